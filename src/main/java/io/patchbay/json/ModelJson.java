package io.patchbay.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.CommandId;
import io.patchbay.model.GroupId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyId;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;

/**
 * Mappers for values of the model. Record components are the members, ids are plain strings, an absent Optional is omitted, and enum
 * constants are camelCase. A sealed type carries {@code type}, the camelCase name of the record, where its interface declares it.
 */
public final class ModelJson {
    private static final ObjectMapper TEXT = mapper(new JsonFactory(), new SealedTypes(false));
    private static final ObjectMapper BINARY = mapper(new SmileFactory(), new SealedTypes(true));

    private ModelJson() { }

    /** Readable JSON for topics and clients, without members marked {@link io.patchbay.model.Inner}. */
    public static ObjectMapper text() {
        return TEXT;
    }

    /** All members, in Smile, for members of one cluster with the same version. */
    public static ObjectMapper binary() {
        return BINARY;
    }

    private static ObjectMapper mapper(JsonFactory factory, SealedTypes types) {
        return JsonMapper.builder(factory)
                .addModules(new Jdk8Module(), new JavaTimeModule(), ids())
                .annotationIntrospector(types)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule("ids");
        TextForm.of(AgentId.class, AgentId::new).in(module);
        TextForm.of(QueueName.class, QueueName::new).in(module);
        TextForm.of(Address.class, Address::new).in(module);
        TextForm.of(InteractionId.class, InteractionId::new).in(module);
        TextForm.of(CallId.class, CallId::new).in(module);
        TextForm.of(PartyId.class, PartyId::new).in(module);
        TextForm.of(CommandId.class, CommandId::new).in(module);
        TextForm.of(ChannelId.class, ChannelId::new).in(module);
        TextForm.of(GroupId.class, GroupId::new).in(module);
        TextForm.of(SessionId.class, SessionId::new).in(module);
        TextForm.of(Subject.class, Subject::parse).in(module);
        return module;
    }
}
