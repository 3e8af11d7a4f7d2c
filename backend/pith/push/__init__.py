"""Web Push: where a push may go (endpoints), what a browser hands over (subscriptions), who we are (keys), a message
ready to go (sealing), and the way out (sending, by curl_sender or pool_sender)."""
