using System.Runtime.InteropServices;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>
/// BM25 over the rows that pass the filter and over nothing else. FTS5's own rank counts every row of the table, so a row that may not be
/// found would still move the others. A word's weight is ln(1 + matching / having): of the rows that pass and match at all, how many have it.
/// Lengths are measured against a fixed one, in characters.
/// </summary>
/// <param name="filter">Which rows pass.</param>
internal sealed class TextSearch(KnowledgeFilterSql filter)
{
    private const double K = 1.2;
    private const double B = 0.5;
    private const double UsualSize = 600;
    private const int TitleWeight = 2;
    private const int Term = KnowledgeFilterSql.FirstFree;

    private readonly string _postings =
        $"SELECT v.doc, v.col = 'title', k.size FROM knowledge_terms v CROSS JOIN knowledge k ON k.row = v.doc WHERE v.term = ?{Term} AND {filter.Condition}";

    /// <summary>Finds the best rows.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="terms">The terms, in an order that is always the same.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The best first, ties by id.</returns>
    public List<KnowledgeScore> Run(JournalReader reader, IReadOnlyList<string> terms, int count)
    {
        var postings = terms.Select(term => Postings(reader, term)).ToArray();
        var scores = new Dictionary<long, double>();
        foreach (var (row, _) in postings.SelectMany(posting => posting))
        {
            scores.TryAdd(row, 0);
        }

        foreach (var posting in postings)
        {
            var weight = Math.Log(1 + ((double)scores.Count / Math.Max(1, posting.Count)));
            foreach (var (row, saturation) in posting)
            {
                CollectionsMarshal.GetValueRefOrNullRef(scores, row) += weight * saturation;
            }
        }

        return Best(reader, scores, count);
    }

    private List<(long Row, double Saturation)> Postings(JournalReader reader, string term)
    {
        var found = new List<(long, double)>();
        var select = filter.Bind(reader.Of(_postings)).BindText(Term, term);
        long row = -1;
        double size = 0;
        var times = 0;
        while (select.Step())
        {
            if (select.Long(0) != row)
            {
                Close();
                (row, size, times) = (select.Long(0), select.Long(2), 0);
            }

            times += select.Int(1) == 1 ? TitleWeight : 1;
        }

        Close();
        return found;

        void Close()
        {
            if (times > 0)
            {
                found.Add((row, times * (K + 1) / (times + (K * (1 - B + (B * size / UsualSize))))));
            }
        }
    }

    /// <summary>Ids are read only of rows that can be in the answer: the best, and those as good as the last of them.</summary>
    private static List<KnowledgeScore> Best(JournalReader reader, Dictionary<long, double> scores, int count)
    {
        var least = scores.Count <= count ? double.MinValue : Largest(scores.Values, count);
        var best = new List<KnowledgeScore>();
        foreach (var (row, score) in scores)
        {
            if (score >= least)
            {
                var id = JournalReader.First(reader.Of("SELECT id FROM knowledge WHERE row = ?").Bind(1, row), static read => read.Text(0));
                best.Add(new KnowledgeScore(new KnowledgeId(id!), score));
            }
        }

        best.Sort(static (one, other) => one.Score != other.Score
            ? other.Score.CompareTo(one.Score)
            : string.CompareOrdinal(one.Item.Value, other.Item.Value));
        return best.Count > count ? best[..count] : best;
    }

    private static double Largest(IEnumerable<double> scores, int count)
    {
        var kept = new PriorityQueue<double, double>();
        foreach (var score in scores)
        {
            if (kept.Count < count)
            {
                kept.Enqueue(score, score);
            }
            else
            {
                kept.EnqueueDequeue(score, score);
            }
        }

        return kept.Peek();
    }
}
