package io.switchboard.answer.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures {@link Rendering} with JMH:
 *
 * <pre>mvn -q test -Pbenchmarks -Dtest=RenderingBench</pre>
 */
class RenderingBench {
  @Test
  void run() throws Exception {
    // JMH needs code around the benchmarks; it is made here, so that no compilation waits for it.
    Path classes =
        Path.of(Rendering.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path sources = Files.createTempDirectory("jmh");
    Path only = Files.createTempDirectory("jmh-classes");
    try (Stream<Path> found =
        Files.list(classes.resolve(Rendering.class.getName().replace('.', '/')).getParent())) {
      for (Path file : found.filter(RenderingBench::isMeasured).toList()) {
        Path copy = only.resolve(classes.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    JmhBytecodeGenerator.main(
        new String[] {only.toString(), sources.toString(), classes.toString(), "reflection"});
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> made = Files.walk(sources)) {
      made.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    new Runner(new OptionsBuilder().include(Rendering.class.getName() + "\\.").forks(0).build())
        .run();
  }

  private static boolean isMeasured(Path file) {
    String name = file.getFileName().toString();
    return name.equals("Rendering.class") || name.startsWith("Rendering$");
  }
}
