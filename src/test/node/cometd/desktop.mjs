// The notifications of one agent with the public client: prints a line for each step, until it is stopped.
import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";
import { AckExtension } from "cometd/AckExtension.js";

adapt();
const [api, header, value, topic] = process.argv.slice(2);
const headers = { [header]: value };
const client = new CometD();
client.unregisterTransport("websocket");
client.unregisterTransport("callback-polling");
client.registerExtension("ack", new AckExtension());
client.configure({ url: api + "/notifications", requestHeaders: headers, backoffIncrement: 200, maxBackoff: 1000 });

const told = ({ channel, data }) => data.call
  ? console.log("call", data.notificationType, data.call.state, data.call.id)
  : data.chat ? console.log("chat", data.notificationType, data.chat.state, data.chat.id)
  : data.chatPath ? console.log("chat log", data.messages.map(message => message.type).join(" "))
  : console.log("told", channel, data.messageType);

client.addListener("/meta/connect", ({ successful, error }) => successful || console.log("connect", successful, error));
client.addListener("/meta/handshake", shaken => {
  console.log("handshake", shaken.successful);
  if (shaken.successful) {
    client.subscribe(topic, told, async subscribed => {
      console.log("subscribe", subscribed.successful);
      const { statusCode, user } = await (await fetch(api + "/me?subresources=*", { headers })).json();
      console.log("recovered", statusCode, user.userName, user.devices[0].userState.state, "calls", user.calls.length);
    });
  }
});
client.handshake();
