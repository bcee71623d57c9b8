using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>
/// Keeps what was worked out of the journal so that it can be searched: a projection, never the truth. Filters hold before anything is ranked.
/// </summary>
public interface IKnowledgeStore
{
    /// <summary>Up to which position of the journal memory is kept.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The position; 0 where nothing is kept.</returns>
    Task<long> PositionAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a batch: all of it or, where that cannot be, again and again with the same outcome until the position is kept.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken);

    /// <summary>Keeps vectors of pieces that are kept, for a model that came later. Pieces that are gone by now are left out.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken);

    /// <summary>Takes pieces away that were learned from some streams, with their vectors, so that no file of the store holds them any more.</summary>
    /// <param name="sources">The streams.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>The pieces that were taken away.</returns>
    Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken);

    /// <summary>Takes everything away and begins at position 0: what comes before a rebuild.</summary>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task ClearAsync(CancellationToken cancellationToken);

    /// <summary>Reads pieces.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that are kept, in no particular order.</returns>
    Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken);

    /// <summary>Pieces that pass a filter, newest first (by position, then id in ordinal order).</summary>
    /// <param name="filter">Which may be found.</param>
    /// <param name="before">Only those that come after this one in that order.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The pieces.</returns>
    Task<IReadOnlyList<KnowledgeItem>> ListAsync(KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken);

    /// <summary>Finds pieces by their words: any of the words may stand in title or text, rare ones count for more.</summary>
    /// <param name="words">Words of a person; every character is taken as text, none as an operator.</param>
    /// <param name="filter">Which may be found.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first; empty where no word is left to look for.</returns>
    Task<IReadOnlyList<KnowledgeScore>> SearchTextAsync(string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken);

    /// <summary>Finds pieces by meaning where the store can do so itself.</summary>
    /// <param name="query">What is looked for; its item is not looked at.</param>
    /// <param name="filter">Which may be found.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first by cosine; nothing where the store has no search by vectors, and then the caller compares exactly.</returns>
    Task<IReadOnlyList<KnowledgeScore>?> SearchVectorAsync(KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken);

    /// <summary>The vectors of a model, by id in ordinal order: what an exact comparison reads once and keeps.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="after">Only those after this piece.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The vectors.</returns>
    Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(string model, KnowledgeId? after, int count, CancellationToken cancellationToken);

    /// <summary>The vectors of some pieces: how a host that keeps vectors in memory gets those that another host made.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="ids">Which pieces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that are kept, in no particular order.</returns>
    Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken);

    /// <summary>Pieces that have no vector of a model yet, oldest first.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The pieces.</returns>
    Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken);
}
