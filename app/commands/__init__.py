"""The commands of `zegsman`, one module for each subject. What is large is imported when a command runs."""
