namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>What is said in short, said in full, so that "don't" and "do not" are the same. The folded words have no apostrophe.</summary>
internal static class ShortForms
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["cant"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["couldnt"] = ["could", "not"],
        ["wont"] = ["will", "not"],
        ["wouldnt"] = ["would", "not"],
        ["shouldnt"] = ["should", "not"],
        ["isnt"] = ["is", "not"],
        ["arent"] = ["are", "not"],
        ["wasnt"] = ["was", "not"],
        ["werent"] = ["were", "not"],
        ["hasnt"] = ["has", "not"],
        ["havent"] = ["have", "not"],
        ["hadnt"] = ["had", "not"],
        ["whats"] = ["what", "is"],
        ["wheres"] = ["where", "is"],
        ["hows"] = ["how", "is"],
        ["whos"] = ["who", "is"],
        ["thats"] = ["that", "is"],
        ["theres"] = ["there", "is"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["youre"] = ["you", "are"],
        ["gonna"] = ["going", "to"],
        ["wanna"] = ["want", "to"],
    };

    /// <summary>The words a folded word stands for; most stand for themselves.</summary>
    public static string[] InFull(string word) => Known.TryGetValue(word, out var words) ? words : [word];
}
