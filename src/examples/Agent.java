import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** What is possible now, with the object that it is possible at. */
    private final Map<String, String> possible = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private boolean group;
    private boolean listed;

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

    /**
     * After session.start come the objects that the agent has already, up to session.initialized: none at the first sign-in, all of them
     * when the program starts again before the session has ended. So it waits for the end of the list, and asks for what is missing.
     */
    private void react(WebSocket socket, String text) {
        String target = value(text, "target");
        String event = value(text, "name");
        if (succeeded(text, "prepareSession")) {
            say(socket, request("session.start", value(text, "id"), ""));
        } else if (event.equals("channelgroup.created")) {
            group = true;
        } else if (event.equals("session.initialized")) {
            listed = true;
            if (!group) {
                say(socket, request("session.request.addchannelgroup", target, "\"channelgroup\":{\"name\":\"" + extension + "\"}"));
            }
        }
        for (String action : List.of("channel.activate", "channel.ready", "conversation.answer")) {
            if (enables(text, action)) {
                possible.put(action, target);
            } else if (text.contains("{\"name\":\"" + action + "\",\"type\":\"disable\"}")) {
                possible.remove(action);
            }
        }
        if (listed) {
            act(socket);
        }
    }

    /** Gets ready once, and answers whenever that is possible. */
    private void act(WebSocket socket) {
        for (String action : List.of("channel.activate", "channel.ready", "conversation.answer")) {
            String target = possible.remove(action);
            if (target != null && (action.equals("conversation.answer") || done.add(action))) {
                say(socket, request(action.replace(".", ".request."), target, ""));
            }
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
