package io.patchbay.testing;

import io.patchbay.model.Inner;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Values of the model by chance, the same ones for the same seed; made from the records themselves, so that none is forgotten. What is
 * {@link Inner} is left empty: they are samples of what is published.
 */
public final class Samples {
    private static final int ATTEMPTS = 1000;
    private static final List<String> TEXTS = List.of("ana", "5001", "agent/ana", "0123456789ABCDEF", "0123456789ABCDEF0123456789ABCDEF",
            "", "two words", "¡Qué tal! ✓", "\"\\\n");
    private static final List<Instant> INSTANTS = List.of(Instant.EPOCH, Instant.parse("2026-01-05T09:00:00.123Z"),
            Instant.parse("2026-12-31T23:59:59.999999999Z"));
    private static final List<Duration> DURATIONS = List.of(Duration.ZERO, Duration.ofMillis(250), Duration.ofSeconds(90),
            Duration.ofHours(25));

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    public <T> T of(Class<T> type) {
        return type.cast(any(type));
    }

    /** The records of a sealed family, in the order of their declaration. */
    public static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Samples::leaves) : Stream.of(family);
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return one(List.of(plain.getEnumConstants()));
        }
        if (plain.isSealed()) {
            return any(one(leaves(plain).toList()));
        }
        return plain.isRecord() ? record(plain) : scalar(plain);
    }

    private Object container(Class<?> raw, Type... of) {
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.of(any(of[0])) : Optional.empty();
        }
        if (raw == List.class) {
            return Stream.generate(() -> any(of[0])).limit(random.nextInt(3)).toList();
        }
        if (raw == Map.class) {
            Map<Object, Object> pairs = new LinkedHashMap<>();
            for (int left = random.nextInt(3); left > 0; left--) {
                pairs.put(any(of[0]), any(of[1]));
            }
            return pairs;
        }
        throw new IllegalArgumentException("no sample of a " + raw.getName() + ": teach Samples to make one");
    }

    private Object scalar(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return random.nextInt(1000);
        }
        if (type == long.class || type == Long.class) {
            return (long) random.nextInt(1000);
        }
        List<?> choice = type == String.class ? TEXTS : type == Instant.class ? INSTANTS : type == Duration.class ? DURATIONS : List.of();
        if (choice.isEmpty()) {
            throw new IllegalArgumentException("no sample of a " + type.getName() + ": teach Samples to make one");
        }
        return one(choice);
    }

    /** Values guard themselves, so some attempts are refused. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Throwable refusal = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Object> values = new ArrayList<>();
            for (RecordComponent component : components) {
                values.add(component.isAnnotationPresent(Inner.class) ? Optional.empty() : any(component.getGenericType()));
            }
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                canonical.setAccessible(true);
                return canonical.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                refusal = e.getCause();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no sample of a " + type.getName() + ", the last attempt: " + refusal, refusal);
    }

    private <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
