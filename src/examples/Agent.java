import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent's desktop in the Harmony dialect: signs in, gets ready, answers what rings, and prints each frame. */
public final class Agent implements WebSocket.Listener {
    private final String name;
    private final String extension;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StringBuilder frame = new StringBuilder();

    private Agent(String name, String extension) {
        this.name = name;
        this.extension = extension;
    }

    /** java Agent.java [url [name [extension]]]; the password is the name, as in the demo directory. */
    public static void main(String[] args) throws InterruptedException {
        Agent agent = new Agent(args.length > 1 ? args[1] : "ana", args.length > 2 ? args[2] : "5001");
        WebSocket.Builder door = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("harmony.v1+json");
        WebSocket socket = door.buildAsync(URI.create(args.length > 0 ? args[0] : "ws://localhost:8080/harmony"), agent).join();
        agent.say(socket, """
                {"command":"prepareSession","data":{"model":"","override":true,"agent":{"id":"%s","password":"%s"}}}"""
                .formatted(agent.name, agent.name));
        agent.closed.await();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            String text = frame.toString();
            frame.setLength(0);
            System.out.println("< " + text);
            react(socket, text);
        }
        socket.request(1);
        return null;
    }

    private void react(WebSocket socket, String text) {
        String target = value(text, "target");
        if (succeeded(text, "prepareSession")) {
            say(socket, request("session.start", value(text, "id"), ""));
        } else if (value(text, "name").equals("session.initialized")) {
            say(socket, request("session.request.addchannelgroup", target, "\"channelgroup\":{\"name\":\"" + extension + "\"}"));
        } else if (enables(text, "channel.activate")) {
            say(socket, request("channel.request.activate", target, ""));
        } else if (succeeded(text, "channel.request.activate")) {
            say(socket, request("channel.request.ready", target, ""));
        } else if (enables(text, "conversation.answer")) {
            say(socket, request("conversation.request.answer", target, ""));
        }
    }

    private static String request(String command, String target, String data) {
        return "{\"command\":\"" + command + "\",\"target\":\"" + target + "\",\"data\":{" + data + "}}";
    }

    private static boolean succeeded(String frame, String command) {
        return value(frame, "command").equals(command) && value(frame, "result").equals("success");
    }

    private static boolean enables(String frame, String action) {
        return frame.contains("{\"name\":\"" + action + "\",\"type\":\"enable\"}");
    }

    private void say(WebSocket socket, String text) {
        System.out.println("> " + text);
        socket.sendText(text, true);
    }

    /** Good enough for an example: the first text member of this name. */
    private static String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        System.out.println("closed " + code + " " + reason);
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        System.out.println("lost: " + error.getMessage());
        closed.countDown();
    }
}
