package io.patchbay.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Collection;
import org.cometd.bayeux.server.ServerMessage;

/**
 * The data of a message: JSON text that goes out as it is.
 *
 * @param bytes its length in UTF-8
 */
record CometdText(String json, int bytes) implements JsonSerializable {

    /** The bytes of all texts in these messages. */
    static int bytes(Collection<ServerMessage> messages) {
        return messages.stream().mapToInt(message -> message.getData() instanceof CometdText text ? text.bytes() : 0).sum();
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type) throws IOException {
        serialize(out, provider);
    }

    /** The text holds data for one user only. */
    @Override
    public String toString() {
        return "CometdText[bytes=" + bytes + "]";
    }
}
