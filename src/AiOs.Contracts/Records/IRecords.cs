using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records;

/// <summary>
/// Reads Records. What is read is durable, and holds now: a value whose time is over or has not come is not in it. The id of a Record that was
/// merged leads to the one that stayed. Nothing here writes: Records change by effects alone.
/// </summary>
public interface IRecords
{
    /// <summary>A Record as it holds now.</summary>
    /// <param name="id">Which Record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Record, of another id where it was merged; nothing where there is none.</returns>
    Task<RecordSnapshot?> FindAsync(RecordId id, CancellationToken cancellationToken);

    /// <summary>Every version of exactly this Record, the first one first; one that was merged keeps its own.</summary>
    /// <param name="id">Which Record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The versions; empty where there is none.</returns>
    Task<IReadOnlyList<RecordChange>> HistoryAsync(RecordId id, CancellationToken cancellationToken);

    /// <summary>What held at a moment, as far as it is known now: a later correction of that time counts.</summary>
    /// <param name="id">Which Record.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Record with its newest version's number; nothing where there was none at that moment.</returns>
    Task<RecordSnapshot?> AsOfAsync(RecordId id, DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>The Records about somebody.</summary>
    /// <param name="who">A mail address, or a name or alias as a Record of a client holds it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Records, at most twenty, each once.</returns>
    Task<IReadOnlyList<RecordSnapshot>> AboutAsync(string who, CancellationToken cancellationToken);

    /// <summary>Records of one type. Merged ones are left out.</summary>
    /// <param name="type">The type.</param>
    /// <param name="after">Only those after this one; nothing for the first page.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page.</returns>
    Task<RecordPage> ListAsync(string type, RecordId? after, int count, CancellationToken cancellationToken);
}
