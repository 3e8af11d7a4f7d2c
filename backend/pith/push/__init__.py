"""The place for Web Push: the only package that may speak `webpush`. Empty until reminders are built."""
