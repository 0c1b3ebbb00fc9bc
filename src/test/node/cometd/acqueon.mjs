// An Acqueon desktop with the public WebSocket client: signs in, answers a call, consults, transfers; prints a line for each envelope.
import WebSocket from "ws";

const [url, user, extension, colleague] = process.argv.slice(2);
const socket = new WebSocket(url);
const send = (topic, subtopic, data) => socket.send(JSON.stringify({ channel: "Cisco", topic, subtopic, source: "node", data }));
const onCall = (subtopic, data) => send("InboundCall", subtopic, { MediaAddress: extension, ...data });
let first;
let transferring = false;

socket.on("open", () => send("Agent", "SetUserInfo", { username: user, password: user, extension }));
socket.on("close", code => console.log("closed", code));
socket.on("message", text => {
  const { channel, topic, subtopic, message, data } = JSON.parse(text);
  const call = message?.call;
  console.log(channel, topic, subtopic, message?.verb ?? "", call?.event ?? message?.event ?? data?.data?.errorType ?? "", call?.id ?? "");
  if (subtopic === "SetWrapupCode") {
    console.log("signed in");
  } else if (call && message.verb === "POST" && call.event === "connecting") {
    first = call.id;
    onCall("SetANSWER", { CallID: call.id });
  } else if (call?.event === "connected" && call.id === first && message.verb === "PUT") {
    onCall("SetCONSULT", { CallID: first });
    onCall("SetCONSULT", { CallID: first, toAddress: colleague });
    first = undefined;
  } else if (call && message.verb === "PUT" && call.ButtonStates.items.transfer === "Enable" && !transferring) {
    transferring = true;
    onCall("SetTRANSFER", { CallID: call.id });
  } else if (transferring && subtopic === "SetAgentState" && message.data.state === "NOT_READY") {
    send("Connection", "Logout", {});
  } else if (subtopic === "SetConnectionStatus" && message.status === "OUT_OF_SERVICE") {
    console.log("signed out");
  }
});
