using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>Reads what one step does.</summary>
internal sealed class DoesReader(Values values, KnownNames names, ConditionReader conditions, PolicyFaults faults)
{
    private const int LongestLine = 200;
    private const int LongestText = 8_000;
    private const int MostFields = 20;

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public StepDoes? Read(string kind, TreeNode node, int number, string?[] order) => kind switch
    {
        "mail" => Mail(node),
        "ask" => Ask(node),
        "wait" => Wait(node, number, order),
        "record" => Write(node),
        _ => Note(node),
    };

    private StepDoes.Mail? Mail(TreeNode node) =>
        Section.Of(node, "a mail", faults, ["to", "subject", "text"]) is { } mail
        && Template(mail.Required("to"), "recipient", LongestLine) is { } to
        && Template(mail.Required("subject"), "subject", LongestLine) is { } subject
        && Template(mail.Required("text"), "text", LongestText) is { } text
            ? new StepDoes.Mail(to, subject, text)
            : null;

    private StepDoes.Ask? Ask(TreeNode node)
    {
        if (node is TreeNode.Scalar)
        {
            return Template(node, "question", LongestText) is { } alone ? new StepDoes.Ask(alone, AtMost: null) : null;
        }

        return Section.Of(node, "a question", faults, ["text", "at-most"]) is { } ask && Template(ask.Required("text"), "question", LongestText) is { } text
            ? new StepDoes.Ask(text, values.Duration(ask["at-most"], "at-most"))
            : null;
    }

    /// <summary>Every rest has an end, or a run could stay for ever.</summary>
    private StepDoes.Wait? Wait(TreeNode node, int number, string?[] order)
    {
        if (Section.Of(node, "a wait", faults, ["at-most", "until-day", "at", "on-reply", "until"]) is not { } wait)
        {
            return null;
        }

        var most = values.Duration(wait["at-most"], "at-most");
        var day = values.OneOf(wait["until-day"], "day of the week", Days);
        if (wait["at-most"] is null == wait["until-day"] is null)
        {
            values.Fault(node, "A wait needs an end; write either at-most, as in 7d, or until-day, as in thursday.");
        }

        return new StepDoes.Wait(most, day is null ? null : Enum.Parse<DayOfWeek>(day, ignoreCase: true), TimeOf(wait["at"]))
        {
            OnReply = wait["on-reply"] is { } reply ? Leads(reply, number, order) : null,
            Until = wait["until"] is { } until ? conditions.Many(until, "until") : [],
        };
    }

    private ReplyLeads? Leads(TreeNode node, int number, string?[] order)
    {
        if (values.Name(node, "step") is not { } text || text is "go-on" or "stop")
        {
            return new ReplyLeads(Stops: (node as TreeNode.Scalar)?.Text == "stop", To: null);
        }

        var to = Array.IndexOf(order, text);
        if (to >= number)
        {
            return new ReplyLeads(Stops: false, to + 1);
        }

        values.Fault(node, $"'{Values.Shown(text)}' is no later step; write go-on, stop or the name of a step below this one.");
        return null;
    }

    private StepDoes.Write? Write(TreeNode node)
    {
        if (Section.Of(node, "a record", faults, ["id", "fields"]) is not { } section
            || values.Text(section.Required("id"), "Record", LongestLine) is not { } id
            || section.Required("fields") is not { } inner
            || Section.Open(inner, "the fields", faults) is not { } fields)
        {
            return null;
        }

        if (!names.IsRecord(id) && !IsWritable(id))
        {
            values.Fault(section["id"]!, $"'{Values.Shown(id)}' is no Record that a playbook may write; write TYPE/NAME, as in content-asset/{{today}}, or the name of one it knows.");
        }

        if (fields.Entries.Count is 0 or > MostFields)
        {
            values.Fault(inner, $"Write one to {MostFields} fields.");
        }

        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in fields.Entries)
        {
            if (Placeholder.Of("x." + entry.Key) is null)
            {
                faults.Add(entry.Line, $"'{Values.Shown(entry.Key)}' is no name of a field; write it in small letters, digits and hyphens.");
            }
            else if (Template(entry.Value, entry.Key, LongestText) is { } value)
            {
                written[entry.Key] = value;
            }
        }

        return new StepDoes.Write(id, written);
    }

    /// <summary>An id stands in clear in the journal, so nothing but the day may be put into it.</summary>
    private static bool IsWritable(string id) =>
        PlaybookTemplate.Read(id) is { } places && places.All(place => place.Alias == "today")
        && RecordId.TryParse(id.Replace("{today}", "2026-01-31", StringComparison.Ordinal), out var record) && record.Type is not ("policy" or "playbook")
        && (record.Type + record.Key).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private StepDoes.Note? Note(TreeNode node) =>
        Section.Of(node, "a note", faults, ["title", "text"]) is { } note
        && Template(note.Required("title"), "title", LongestLine) is { } title
        && Template(note.Required("text"), "text", LongestText) is { } text
            ? new StepDoes.Note(title, text)
            : null;

    /// <summary>A text of one or more lines in which every placeholder is known.</summary>
    private string? Template(TreeNode? node, string what, int longest)
    {
        if (node is not TreeNode.Scalar scalar || longest == LongestLine)
        {
            return values.Text(node, what, longest) is { } line ? Checked(node!, line) : null;
        }

        var text = scalar.Text.TrimEnd();
        var hidden = new PolicyFaults();
        return text.Length == 0 ? values.Fault(node, $"The {what} has no value; write one.")
            : text.Length > longest || !CharacterGate.Passes(" " + text, hidden) ? values.Fault(node, $"The {what} must be {longest} visible characters at most; rewrite it.")
            : Checked(node, text);
    }

    private string? Checked(TreeNode node, string text)
    {
        if (PlaybookTemplate.Read(text) is not { } placeholders)
        {
            return values.Fault(node, "A brace here has no partner or holds no name; write placeholders as in {client.email}.");
        }

        return placeholders.FirstOrDefault(one => !names.Knows(one)) is { } unknown
            ? values.Fault(node, $"'{{{Values.Shown(unknown.ToString())}}}' is not known here; known are {names.Words}.")
            : text;
    }

    private TimeOnly TimeOf(TreeNode? node)
    {
        var nine = new TimeOnly(9, 0);
        if (values.Text(node, "time", LongestLine) is not { } text)
        {
            return nine;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        values.Fault(node!, $"'{Values.Shown(text)}' is no time of day; write hours and minutes, as in \"09:00\".");
        return nine;
    }
}
