-- When callbacks could not be heard or not be believed: the machine slept, its clock jumped. A lookup that waited then has
-- perhaps been answered to nobody, and the window offers to ask again for just those.

CREATE TABLE gap(id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, began_at INTEGER NOT NULL, ended_at INTEGER NOT NULL);
