using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>What an export holds so far: the other files are cut to it, so that an export made while the host writes is one moment.</summary>
internal sealed class ExportContents
{
    private readonly Dictionary<StreamId, long> _versions = [];

    /// <summary>How many of each there are, for the manifest.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal) { ["blobs"] = 0, ["knowledge"] = 0 };

    public void Take(StoredCommit commit) => _versions[commit.Stream] = commit.Version;

    public bool Holds(StreamId stream) => _versions.ContainsKey(stream);

    /// <summary>The version of each Record at that moment, by id in ordinal order.</summary>
    public IReadOnlyList<RecordRow> Records() =>
    [
        .. _versions.Where(stream => stream.Key.Value.StartsWith("record/", StringComparison.Ordinal) && RecordId.TryParse(stream.Key.Value[7..], out _))
            .OrderBy(stream => stream.Key.Value, StringComparer.Ordinal)
            .Select(stream => new RecordRow(RecordId.TryParse(stream.Key.Value[7..], out var id) ? id : default, stream.Value)),
    ];
}
