"""WebKitGTK with a profile that it keeps, for the browser tests: MiniBrowser, when it is driven, keeps
nothing on disk and is never narrower than 447 pixels.

Usage: webkit.py PROFILE PROXY [--no-storage]
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2

profile, proxy = sys.argv[1:3]

# A group of its own: a dying browser takes the processes of the engine with it.
os.setpgrp()
with open(os.path.join(profile, "group"), "w", encoding="ascii") as file:
    file.write(str(os.getpid()))

data = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(profile, "data"),
    base_cache_directory=os.path.join(profile, "cache"),
)
data.set_network_proxy_settings(
    WebKit2.NetworkProxyMode.CUSTOM,
    WebKit2.NetworkProxySettings.new("http://" + proxy, ["127.0.0.1"]),
)
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)
context.set_preferred_languages(["en-GB"])

settings = WebKit2.Settings()
if "--no-storage" in sys.argv:
    settings.set_enable_html5_local_storage(False)
    settings.set_enable_html5_database(False)


def new_view(_session):
    view = WebKit2.WebView(
        web_context=context, settings=settings, is_controlled_by_automation=True
    )
    window = Gtk.Window()
    window.set_default_size(360, 740)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: window.destroy())
    return view


context.connect(
    "automation-started",
    lambda _context, session: session.connect("create-web-view", new_view),
)
Gtk.main()
