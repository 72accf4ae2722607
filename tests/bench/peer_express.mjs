// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver that one would write in Node: Express 5 and better-sqlite3. It does what ours does for one callback:
// verifies the HMAC over the bytes, parses, and commits nonce, raw bytes and fields before it answers.
import express from "express";
import Database from "better-sqlite3";
import { createHmac, timingSafeEqual } from "node:crypto";

const [file, secret] = process.argv.slice(2);
const db = new Database(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`CREATE TABLE nonce(nonce TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID;
         CREATE TABLE raw(id INTEGER PRIMARY KEY, body BLOB NOT NULL, headers TEXT NOT NULL);
         CREATE TABLE notification(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, request_id TEXT, contact_id TEXT,
                                   channel TEXT, identity TEXT, status TEXT, features TEXT);
         CREATE INDEX notification_request ON notification(request_id);`);
const addNonce = db.prepare("INSERT INTO nonce VALUES (?, ?)");
const addRaw = db.prepare("INSERT INTO raw(body, headers) VALUES (?, ?)");
const addNotification = db.prepare("INSERT INTO notification VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
const store = db.transaction((nonce, body, headers, n) => {
    addNonce.run(nonce, Date.now() + 660000);
    const { lastInsertRowid: id } = addRaw.run(body, headers);
    addNotification.run(id, Date.now(), n.request_id, n.contact_id, n.channel, n.identity, n.capability_status,
                        JSON.stringify(n.channel_capabilities ?? []));
});

const app = express();
app.disable("x-powered-by");
app.set("etag", false);
app.post("/callbacks", express.raw({ type: "*/*", limit: "256kb" }), (request, response) => {
    const nonce = request.get("x-sinch-webhook-signature-nonce") ?? "";
    const timestamp = request.get("x-sinch-webhook-signature-timestamp") ?? "";
    const given = Buffer.from(request.get("x-sinch-webhook-signature") ?? "", "base64");
    const wanted = createHmac("sha256", secret).update(request.body).update(`.${nonce}.${timestamp}`).digest();
    const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300;
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || !isFresh)
        return response.status(401).json({});
    store(nonce, request.body, JSON.stringify(request.rawHeaders), JSON.parse(request.body).capability_notification);
    response.json({});
});
const server = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/callbacks`));
process.on("SIGTERM", () => process.exit(0));
