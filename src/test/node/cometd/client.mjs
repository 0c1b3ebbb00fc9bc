// One session of the public client: prints a line for each step, and disconnects after the text "bye".
import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";
import { AckExtension } from "cometd/AckExtension.js";

adapt();
const [url, authorization] = process.argv.slice(2);
const client = new CometD();
client.unregisterTransport("websocket");
client.unregisterTransport("callback-polling");
client.registerExtension("ack", new AckExtension());
client.configure({ url, requestHeaders: { Authorization: authorization } });
client.handshake(shaken => {
  console.log("handshake", shaken.successful);
  client.subscribe("/v2/me/*", message => {
    console.log("told", message.channel, JSON.stringify(message.data));
    if (message.data === "bye") {
      client.disconnect(left => {
        console.log("disconnect", left.successful);
        process.exit(0);
      });
    }
  }, subscribed => {
    console.log("subscribe", subscribed.successful);
    client.subscribe("/other", () => {}, refused => console.log("other", refused.successful, refused.error));
  });
});
