"""From bytes to an Article: its title, dateline, publication date, body and page furniture.

`nkclaims.inputs.article.parse` reads one text, `nkclaims.inputs.read.read` files, directories and streams.
"""
