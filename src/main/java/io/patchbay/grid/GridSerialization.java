package io.patchbay.grid;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.SerializerConfig;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.StreamSerializer;
import io.patchbay.json.ModelJson;
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
        add(config, Cell.class, new GridSerialization<>(1, Cell.class, Function.identity(), Function.identity()));
        add(config, Apply.class, new GridSerialization<>(2, Apply.Order.class, Apply::order, o -> new Apply(o.command(), o.settled())));
        add(config, Apply.Applied.class, new GridSerialization<>(3, Apply.Applied.class, Function.identity(), Function.identity()));
        add(config, SyncBarrier.class, new GridSerialization<>(4, Cell.Settled.class, SyncBarrier::settled, SyncBarrier::new));
        add(config, CellProcessor.Store.class, new GridSerialization<CellProcessor.Store<?>, Cell>(5, Cell.class, CellProcessor.Store::cell,
                CellProcessor.Store<Object>::new));
        add(config, Remove.class, new GridSerialization<>(6, Remove.class, Function.identity(), Function.identity()));
        add(config, Unattended.class, new GridSerialization<>(8, Unattended.class, Function.identity(), Function.identity()));
        add(config, MessageBatch.class, new GridSerialization<>(7, MessageBatch.Load.class, MessageBatch::load, l ->
                new MessageBatch(l.from(), l.messages())));
        add(config, Claim.class, new GridSerialization<>(10, Claim.class, Function.identity(), Function.identity()));
        add(config, Lookup.Home.class, new GridSerialization<>(11, Lookup.Home.class, Function.identity(), Function.identity()));
        add(config, CallSearch.class, new GridSerialization<>(9, CallSearch.Wanted.class, CallSearch::wanted, CallSearch::new));
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
