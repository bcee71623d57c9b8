using System.Buffers;
using System.Runtime.InteropServices;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>
/// BM25 over the rows that pass the filter and over nothing else. FTS5's own rank counts every row of the table, so a row that may not be
/// found would still move the others. A word's weight is ln(1 + matching / having): of the rows that pass and match at all, how many have it.
/// Lengths are measured against a fixed one, in characters.
/// </summary>
/// <param name="columns">What filters look at, and sizes.</param>
/// <param name="postings">Which rows have a word.</param>
internal sealed class TextSearch(PieceColumns columns, PostingCache postings)
{
    private const double K = 1.2;
    private const double B = 0.5;
    private const double UsualSize = 600;

    /// <summary>The score of a row that has none of the words.</summary>
    private const double None = -1;

    /// <summary>Finds the best rows.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="filter">Which rows pass.</param>
    /// <param name="terms">The terms, in an order that is always the same.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The best first, ties by id.</returns>
    public List<KnowledgeScore> Run(JournalReader reader, KnowledgeFilterSql filter, IReadOnlyList<string> terms, int count)
    {
        var rows = columns.Count;
        var passing = ArrayPool<bool>.Shared.Rent(rows);
        var scores = ArrayPool<double>.Shared.Rent(rows);
        try
        {
            columns.Mark(filter, reader, passing.AsSpan(0, rows));
            scores.AsSpan(0, rows).Fill(None);
            Score([.. terms.Select(term => postings.Of(reader, term))], passing.AsSpan(0, rows), scores.AsSpan(0, rows));
            return Best(reader, scores.AsSpan(0, rows), count);
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(passing);
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private void Score(List<Posting>[] found, ReadOnlySpan<bool> passing, Span<double> scores)
    {
        var having = new int[found.Length];
        var matching = 0;
        for (var term = 0; term < found.Length; term++)
        {
            foreach (var posting in CollectionsMarshal.AsSpan(found[term]))
            {
                if (posting.Row < passing.Length && passing[posting.Row])
                {
                    having[term]++;
                    matching += scores[posting.Row] < 0 ? 1 : 0;
                    scores[posting.Row] = 0;
                }
            }
        }

        for (var term = 0; term < found.Length; term++)
        {
            Add(found[term], Math.Log(1 + ((double)matching / Math.Max(1, having[term]))), scores);
        }
    }

    private void Add(List<Posting> found, double weight, Span<double> scores)
    {
        var sizes = columns.Sizes;
        foreach (var (row, times) in CollectionsMarshal.AsSpan(found))
        {
            // What does not pass has no score to add to.
            if (row < scores.Length && scores[row] >= 0)
            {
                scores[row] += weight * (times * (K + 1) / (times + (K * (1 - B + (B * sizes[row] / UsualSize)))));
            }
        }
    }

    /// <summary>Ids are read only of rows that can be in the answer: the best, and those as good as the last of them.</summary>
    private static List<KnowledgeScore> Best(JournalReader reader, ReadOnlySpan<double> scores, int count)
    {
        var least = Largest(scores, count);
        var best = new List<KnowledgeScore>();
        for (var row = 0; row < scores.Length; row++)
        {
            if (scores[row] >= least
                && JournalReader.First(reader.Of("SELECT id FROM knowledge WHERE row = ?").Bind(1, row), static read => read.Text(0)) is { } id)
            {
                best.Add(new KnowledgeScore(new KnowledgeId(id), scores[row]));
            }
        }

        best.Sort(static (one, other) => one.Score != other.Score
            ? other.Score.CompareTo(one.Score)
            : string.CompareOrdinal(one.Item.Value, other.Item.Value));
        return best.Count > count ? best[..count] : best;
    }

    /// <summary>The score of the last that counts; 0 where all of them do.</summary>
    private static double Largest(ReadOnlySpan<double> scores, int count)
    {
        var kept = new PriorityQueue<double, double>(count + 1);
        foreach (var score in scores)
        {
            if (score >= 0 && kept.Count < count)
            {
                kept.Enqueue(score, score);
            }
            else if (score >= 0 && kept.Count > 0 && score > kept.Peek())
            {
                kept.EnqueueDequeue(score, score);
            }
        }

        return kept.Count == count && count > 0 ? kept.Peek() : 0;
    }
}
