package io.switchboard.house;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.engine.JqwikTestEngine;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.slf4j.LoggerFactory;

/**
 * Properties beside all other tests: JUnit runs one engine after another, and jqwik has one thread,
 * so that the other cores would wait for it. Only Maven asks for this engine (pom.xml); elsewhere
 * it finds nothing, and each engine is found by itself.
 */
public final class SideBySide implements TestEngine {
  private static final String ID = "side-by-side";

  private final List<TestEngine> engines = List.of(new JqwikTestEngine(), new JupiterTestEngine());

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor all = new EngineDescriptor(id, "all tests");
    if (request.getConfigurationParameters().getBoolean(ID).orElse(false)) {
      engines.forEach(
          engine -> {
            UniqueId own = id.appendEngine(engine.getId());
            all.addChild(engine.discover(new OneEngine(request, own), own));
          });
    }
    return all;
  }

  @Override
  public void execute(ExecutionRequest request) {
    // Whoever asked for a logger while another thread sets logging up would get a stand-in.
    LoggerFactory.getILoggerFactory();
    TestDescriptor all = request.getRootTestDescriptor();
    request.getEngineExecutionListener().executionStarted(all);
    request.getEngineExecutionListener().executionFinished(all, executeEach(request, all));
  }

  private TestExecutionResult executeEach(ExecutionRequest request, TestDescriptor all) {
    List<CompletableFuture<Void>> running =
        engines.stream()
            // One whose tests were all left out is no child any more.
            .flatMap(
                engine ->
                    all.getChildren().stream()
                        .filter(child -> isOf(engine, child))
                        .map(child -> start(engine, part(request, child))))
            .toList();
    try {
      running.forEach(CompletableFuture::join);
      return TestExecutionResult.successful();
    } catch (RuntimeException broken) {
      return TestExecutionResult.failed(broken);
    }
  }

  private static boolean isOf(TestEngine engine, TestDescriptor child) {
    return child.getUniqueId().getLastSegment().getValue().equals(engine.getId());
  }

  private static CompletableFuture<Void> start(TestEngine engine, ExecutionRequest part) {
    return CompletableFuture.runAsync(
        () -> engine.execute(part), work -> Thread.ofPlatform().name(engine.getId()).start(work));
  }

  private static ExecutionRequest part(ExecutionRequest whole, TestDescriptor child) {
    return ExecutionRequest.create(
        child,
        whole.getEngineExecutionListener(),
        whole.getConfigurationParameters(),
        whole.getOutputDirectoryCreator(),
        whole.getStore(),
        whole.getCancellationToken());
  }
}
