"""What `course lab` adds to JupyterLab's server, through nbgrader's and Jupyter's own classes."""
