package io.patchbay.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The shipped example src/examples/Wallboard.java, compiled as it stands and run in this JVM. */
public final class Wallboard implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/examples/Wallboard.java");
    private static final class Holder {
        private static final Class<?> EXAMPLE = compiled();
    }

    private final Object board;

    /** Returns when the example has read the state topics. */
    public Wallboard(String brokers) {
        try {
            Constructor<?> constructor = Holder.EXAMPLE.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            board = constructor.newInstance(brokers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> compiled() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Path classes = Files.createTempDirectory("wallboard");
            List<String> options = List.of("-Xlint:all,-classfile", "-Werror", "-proc:none", "-cp", System.getProperty("java.class.path"),
                    "-d", classes.toString());
            if (!compiler.getTask(problems, files, null, options, null, files.getJavaFileObjects(SOURCE)).call()) {
                throw new IllegalStateException(SOURCE + " does not compile: " + problems);
            }
            return new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, Wallboard.class.getClassLoader())
                    .loadClass("Wallboard");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the records that are there, and waits a moment if there is none. */
    public void read() {
        call("read", new Class<?>[] {Duration.class}, Duration.ofMillis(50));
    }

    /** What it shows at that time. */
    public List<String> lines(Instant now) {
        return ((List<?>) call("lines", new Class<?>[] {Instant.class}, now)).stream().map(String.class::cast).toList();
    }

    private Object call(String name, Class<?>[] types, Object... values) {
        try {
            Method method = Holder.EXAMPLE.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(board, values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        call("close", new Class<?>[0]);
    }
}
