namespace AiOs.Agents.Drafting.Letters;

/// <summary>Puts values into a sentence.</summary>
internal static class Sentences
{
    /// <summary>Replaces <c>{0}</c>, <c>{1}</c> and so on.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="values">The values, in order.</param>
    /// <returns>The whole sentence.</returns>
    public static string Fill(string sentence, params IEnumerable<string> values) =>
        values.Select((value, at) => (value, at)).Aggregate(sentence, (text, one) => text.Replace("{" + one.at + "}", one.value, StringComparison.Ordinal));
}
