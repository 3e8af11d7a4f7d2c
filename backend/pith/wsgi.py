"""What gunicorn serves when it is started from outside; `pith web` starts it from within."""

from pith.app import create_app
from pith.config import load_settings
from pith.services import running

_settings = load_settings()
running.share(_settings.data)
app = create_app(_settings)
