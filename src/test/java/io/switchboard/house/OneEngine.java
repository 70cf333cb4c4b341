package io.switchboard.house;

import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * What of a request is for one of the engines of {@link SideBySide}: tests that are asked for by
 * their id, as when they run once more, would be unknown to the other.
 *
 * @param own the engine
 */
record OneEngine(EngineDiscoveryRequest whole, UniqueId own) implements EngineDiscoveryRequest {
  @Override
  public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
    List<T> selectors = whole.getSelectorsByType(type);
    return type.equals(UniqueIdSelector.class)
        ? selectors.stream()
            .map(type::cast)
            .filter(one -> ((UniqueIdSelector) one).getUniqueId().hasPrefix(own))
            .map(one -> type.cast(read((UniqueIdSelector) one)))
            .toList()
        : selectors;
  }

  /** Jqwik reads ids as if it were the outermost engine, although it gives them as it is told. */
  private UniqueIdSelector read(UniqueIdSelector selector) {
    String engine = own.getLastSegment().getValue();
    if (!engine.equals("jqwik")) {
      return selector;
    }
    UniqueId id = UniqueId.forEngine(engine);
    int known = own.getSegments().size();
    List<UniqueId.Segment> all = selector.getUniqueId().getSegments();
    for (UniqueId.Segment segment : all.subList(known, all.size())) {
      id = id.append(segment);
    }
    return DiscoverySelectors.selectUniqueId(id);
  }

  @Override
  public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
    return whole.getFiltersByType(type);
  }

  @Override
  public ConfigurationParameters getConfigurationParameters() {
    return whole.getConfigurationParameters();
  }

  @Override
  public EngineDiscoveryListener getDiscoveryListener() {
    return whole.getDiscoveryListener();
  }

  @Override
  public OutputDirectoryCreator getOutputDirectoryCreator() {
    return whole.getOutputDirectoryCreator();
  }
}
