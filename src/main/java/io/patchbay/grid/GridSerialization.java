package io.patchbay.grid;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.SerializerConfig;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.StreamSerializer;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Subject;
import java.io.IOException;
import java.util.function.Function;

/** Serializes one class between members, as the Smile form of a record. All members run the same version. */
final class GridSerialization<T, P> implements StreamSerializer<T> {
    private final int id;
    private final Function<T, P> packed;
    private final Function<P, T> unpacked;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private GridSerialization(int id, Class<P> payload, Function<T, P> packed, Function<P, T> unpacked) {
        this.id = id;
        this.packed = packed;
        this.unpacked = unpacked;
        this.writer = ModelJson.binary().writerFor(payload);
        this.reader = ModelJson.binary().readerFor(payload);
    }

    static void register(SerializationConfig config) {
        same(config, 1, Cell.class);
        add(config, Apply.class, new GridSerialization<>(2, Apply.Order.class, Apply::order, o -> new Apply(o.command(), o.settled())));
        same(config, 3, Apply.Applied.class);
        add(config, SyncBarrier.class, new GridSerialization<>(4, Cell.Settled.class, SyncBarrier::settled, SyncBarrier::new));
        add(config, CellProcessor.Store.class, new GridSerialization<CellProcessor.Store<?>, Cell>(5, Cell.class, CellProcessor.Store::cell,
                CellProcessor.Store<Object>::new));
        same(config, 6, Remove.class);
        same(config, 8, Unattended.class);
        add(config, MessageBatch.class, new GridSerialization<>(7, MessageBatch.Load.class, MessageBatch::load, l ->
                new MessageBatch(l.from(), l.messages())));
        same(config, 10, Claim.class);
        same(config, 11, Lookup.Home.class);
        same(config, 12, UserTokens.class);
        same(config, 13, TokenProcessor.Begin.class);
        same(config, 14, TokenProcessor.Use.class);
        same(config, 15, TokenProcessor.End.class);
        add(config, MayRepeat.class, new GridSerialization<>(18, Subject.class, MayRepeat::target, MayRepeat::new));
        same(config, 16, NamedRequests.Named.class);
        same(config, 17, KeepFirst.class);
        add(config, CallSearch.class, new GridSerialization<>(9, CallSearch.Wanted.class, CallSearch::wanted, CallSearch::new));
    }

    /** A record is its own serialized form. */
    private static <T> void same(SerializationConfig config, int id, Class<T> type) {
        add(config, type, new GridSerialization<>(id, type, Function.identity(), Function.identity()));
    }

    private static void add(SerializationConfig config, Class<?> type, GridSerialization<?, ?> wire) {
        config.addSerializerConfig(new SerializerConfig().setTypeClass(type).setImplementation(wire));
    }

    @Override
    public int getTypeId() {
        return id;
    }

    @Override
    public void write(ObjectDataOutput out, T object) throws IOException {
        out.writeByteArray(writer.writeValueAsBytes(packed.apply(object)));
    }

    @Override
    public T read(ObjectDataInput in) throws IOException {
        return unpacked.apply(reader.readValue(in.readByteArray()));
    }
}
