"""From bytes to an Article: text, HTML, PDF, JSON lines; title, dateline, publication date, body, page
furniture.
"""
