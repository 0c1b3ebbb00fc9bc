package io.patchbay.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value as its {@code toString} and reads it with its factory. */
final class TextForm<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> factory;

    private TextForm(Class<T> type, Function<String, T> factory) {
        super(type);
        this.factory = factory;
    }

    static <T> TextForm<T> of(Class<T> type, Function<String, T> factory) {
        return new TextForm<>(type, factory);
    }

    @SuppressWarnings("unchecked")
    void in(SimpleModule module) {
        module.addSerializer(handledType(), ToStringSerializer.instance);
        module.addDeserializer((Class<T>) handledType(), this);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString();
        try {
            return factory.apply(text);
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(text, handledType(), e.getMessage());
        }
    }
}
