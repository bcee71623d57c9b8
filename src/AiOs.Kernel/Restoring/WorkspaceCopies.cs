using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Restoring;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Importing;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Restoring;

/// <summary>Copies of a workspace: written while it runs, put back while it does not.</summary>
public sealed class WorkspaceCopies
{
    private readonly Exporter _exporter;
    private readonly Importer _importer;
    private readonly IJournalStore _store;
    private readonly ICopyRegister _register;
    private readonly TimeProvider _time;

    internal WorkspaceCopies(Exporter exporter, Importer importer, IJournalStore store, ICopyRegister register, TimeProvider time)
    {
        _exporter = exporter;
        _importer = importer;
        _store = store;
        _register = register;
        _time = time;
    }

    /// <summary>Writes everything out, and remembers where. Appends nothing.</summary>
    /// <param name="kind"><c>export</c> or <c>backup</c>.</param>
    /// <param name="folder">An empty or new folder.</param>
    /// <param name="plain">Whether readable copies are added.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where the copy ends, and when it was begun.</returns>
    public async Task<(long Position, Digest Hash, DateTimeOffset At)> WriteAsync(string kind, string folder, bool plain, CancellationToken cancellationToken)
    {
        var at = _time.Instant();
        Exporter.MustBeNew(folder);
        _register.Add(new KnownCopy(kind, folder, (await _store.HeadAsync(cancellationToken)).Position, at));
        var (position, hash) = await _exporter.ExportAsync(folder, plain, cancellationToken);
        return (position, hash, at);
    }

    /// <summary>Fills an empty store from a copy. Begun again after an interruption, it ends the same.</summary>
    /// <param name="folder">The copy.</param>
    /// <param name="aside">Where an earlier store was put; nothing where there was none.</param>
    /// <param name="cancellationToken">Gives up; nothing may be opened before it is done again.</param>
    /// <returns>The mark that stands until the operator says go.</returns>
    public Task<RestoreMark> ImportAsync(string folder, string? aside, CancellationToken cancellationToken) => _importer.ImportAsync(folder, aside, cancellationToken);
}
