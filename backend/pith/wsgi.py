"""What gunicorn serves."""

from pith.app import create_app
from pith.config import load_settings

app = create_app(load_settings())
