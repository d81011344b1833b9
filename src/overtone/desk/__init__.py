"""The desk: the tables of what people do (readers today), and the small public service that subscribes them.

Django stands behind it and is imported only after `overtone.desk.configure.open_desk` has set it up; nothing here is
imported with the package.
"""
