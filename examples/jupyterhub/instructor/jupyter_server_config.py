"""What an instructor's server is told."""

c = get_config()  # noqa: F821 (Jupyter provides it)

# The Formgrader is a page within JupyterLab's page; the hub forbids such frames unless told.
c.ServerApp.tornado_settings = {"headers": {"Content-Security-Policy": "frame-ancestors 'self'"}}
