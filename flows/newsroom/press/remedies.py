"""What to type when this computer lacks something that the press needs."""

import platform

BY_SYSTEM = {
    "Linux": "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "Darwin": "brew install weasyprint",
    "Windows": "pacman -S mingw-w64-ucrt-x86_64-pango (in MSYS2)",
}
INSTALL_LIBRARIES = BY_SYSTEM.get(platform.system(), BY_SYSTEM["Linux"])
INSTALL_AGAIN = "Install the program again."
