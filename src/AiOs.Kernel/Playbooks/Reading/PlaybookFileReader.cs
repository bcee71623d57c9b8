using AiOs.Kernel.Chat.Words;
using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>Reads a whole playbook out of its tree.</summary>
internal sealed class PlaybookFileReader(PolicyFaults faults, Func<string, string?> cronFault)
{
    private const int LongestTitle = 80;
    private const int LongestPhrase = 60;
    private const int MostPhrases = 10;

    private static readonly IReadOnlyList<string> Keys = ["version", "name", "title", "trigger", "for-each", "stop-when", "steps"];

    private readonly Values _values = new(string.Empty, faults);

    /// <summary>The playbook. Only to be used when no fault was found.</summary>
    public PlaybookDocument? Read(TreeNode.Map root, string? expected)
    {
        if (Section.Of(root, "a playbook", faults, Keys) is not { } file)
        {
            return null;
        }

        _values.OneOf(file.Required("version"), "version", ["1"]);
        var name = _values.Name(file.Required("name"), "name of the playbook");
        if (name is not null && ((expected is not null && name != expected) || name == "main"))
        {
            faults.Add(file["name"]!.Line, name == "main" ? "The name 'main' stands for your own standing facts; choose another one." : $"The name is '{Values.Shown(name)}' and this is about '{expected}'; write that name.");
        }

        var title = _values.Text(file.Required("title"), "title", LongestTitle);
        var (words, cron) = Trigger(file["trigger"]);
        var names = new KnownNames();
        var conditions = new ConditionReader(_values, names, faults);
        var selection = ForEach(file["for-each"], names, conditions);
        var stops = file["stop-when"] is { } stop ? conditions.Many(stop, "stop-when") : [];
        var steps = new StepReader(_values, names, conditions, faults).Steps(file.Required("steps"));
        return name is null || title is null ? null : new PlaybookDocument { Name = name, Title = title, Words = words, Cron = cron, ForEach = selection, StopWhen = stops, Steps = steps };
    }

    private (IReadOnlyList<string> Words, string? Cron) Trigger(TreeNode? node)
    {
        if (node is null || Section.Of(node, "the trigger", faults, ["words", "schedule"]) is not { } trigger)
        {
            return ([], null);
        }

        var cron = _values.Text(trigger["schedule"], "schedule", 100);
        if (cron is not null && cronFault(cron) is { } fault)
        {
            faults.Add(trigger["schedule"]!.Line, $"'{Values.Shown(cron)}' is no schedule: {fault.TrimEnd('.')}; write second, minute, hour, day of month, month and day of week, as in \"0 0 9 ? * MON\".");
        }

        return (trigger["words"] is { } words ? [.. _values.Many(words, "words").Select(Phrase).OfType<string>().Take(MostPhrases)] : [], cron);
    }

    /// <summary>One word could be an answer to anything, so a phrase has two at least, and none is one that means a command already.</summary>
    private string? Phrase(TreeNode node)
    {
        if (_values.Text(node, "phrase", LongestPhrase) is not { } text)
        {
            return null;
        }

        var folded = PlainWords.Fold(text);
        return PlainWords.Read(text) is { } command ? _values.Fault(node, $"'{Values.Shown(text)}' means {command} already; choose other words.")
            : TypedAnswer.Read(text) is not TypedAnswer.Words ? _values.Fault(node, $"'{Values.Shown(text)}' is a yes or a no; choose other words.")
            : folded.Contains(' ', StringComparison.Ordinal) ? folded
            : _values.Fault(node, $"'{Values.Shown(text)}' is one word only, which may be meant for something else; write two at least.");
    }

    private PlaybookSelection? ForEach(TreeNode? node, KnownNames names, ConditionReader conditions)
    {
        if (node is null || Section.Of(node, "for-each", faults, ["type", "where"]) is not { } section)
        {
            return null;
        }

        var type = _values.Name(section.Required("type"), "type of Record");
        if (type is null || names.IsTaken(type))
        {
            return type is null ? null : Refused(section["type"]!, $"A playbook cannot be for each {type}; name a type of Record such as invoice.");
        }

        names.Open(type);
        return new PlaybookSelection(type, section["where"] is { } where ? conditions.Many(where, "where") : []);
    }

    private PlaybookSelection? Refused(TreeNode node, string reason)
    {
        faults.Add(node.Line, reason);
        return null;
    }
}
