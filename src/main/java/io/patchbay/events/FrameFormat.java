package io.patchbay.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The format of the answers of the door on one kind of connection. */
interface FrameFormat {
    FrameFormat WEB_SOCKET = new InFrames();
    FrameFormat STREAM = new InBlocks();

    String subscribed(EventSubscription subscription, String cursor);

    String event(Notice notice, String cursor);

    String reset(String cursor);

    /** One JSON object a frame. */
    final class InFrames implements FrameFormat {
        @Override
        public String subscribed(EventSubscription subscription, String cursor) {
            ObjectNode frame = JsonNodeFactory.instance.objectNode();
            ObjectNode subscribed = frame.putObject("subscribed");
            subscription.agentNames().forEach(subscribed.withArray("agents")::add);
            subscription.types().forEach(type -> subscribed.withArray("types").add(type.pattern()));
            subscribed.put("cursor", cursor);
            return frame.toString();
        }

        @Override
        public String event(Notice notice, String cursor) {
            String json = notice.json();
            return json.substring(0, json.length() - 1) + ",\"cursor\":\"" + cursor + "\"}";
        }

        @Override
        public String reset(String cursor) {
            return "{\"reset\":{\"cursor\":\"" + cursor + "\"}}";
        }
    }

    /** Blocks of server-sent events. The first one has an id only, which a client stores without an event. */
    final class InBlocks implements FrameFormat {
        @Override
        public String subscribed(EventSubscription subscription, String cursor) {
            return "id: " + cursor + "\n\n";
        }

        @Override
        public String event(Notice notice, String cursor) {
            return "id: " + cursor + "\nevent: " + notice.type() + "\ndata: " + notice.json() + "\n\n";
        }

        @Override
        public String reset(String cursor) {
            return "id: " + cursor + "\nevent: reset\ndata: {\"cursor\":\"" + cursor + "\"}\n\n";
        }
    }
}
