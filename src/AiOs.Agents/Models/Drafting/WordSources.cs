using System.Text;
using System.Text.RegularExpressions;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>
/// What a text may name. Figures, amounts and days may come from the message; addresses only from its head; links, web sites and accounts only from the
/// operator, from Records or from the draft: a mail that comes in may not put a link or an account into one that goes out.
/// </summary>
internal sealed partial class WordSources
{
    private const int MostRead = 40_000;

    private readonly string _trusted;
    private readonly HashSet<string> _figures;
    private readonly HashSet<string> _addresses;
    private readonly HashSet<(FieldName, string)> _values;
    private readonly HashSet<string> _accounts;
    private readonly AgentBrief _brief;

    private WordSources(AgentBrief brief, string trusted, string all, IEnumerable<string> addresses)
    {
        _brief = brief;
        _trusted = trusted;
        _figures = [.. Figures().Matches(all).Select(figure => figure.Value.TrimStart('0'))];
        _addresses = new HashSet<string>(addresses.Concat(Addresses().Matches(trusted).Select(match => match.Value)), StringComparer.OrdinalIgnoreCase);
        _values = [.. Read(all).Where(IsChecked).Select(field => (Sort(field.Name), field.Value))];
        _accounts = new HashSet<string>(Read(trusted).Where(field => field.Name == FieldName.Iban).Select(field => field.Value), StringComparer.OrdinalIgnoreCase);
    }

    public static WordSources Of(AgentBrief brief, ProposalDraft offline, WritablePlace place)
    {
        var message = brief.Message;
        var own = brief.Authority == Authority.Operator && message.Origin == ContentOrigin.Typed;
        var draft = place.Words.Subject + "\n" + place.Words.Text;
        var trusted = new StringBuilder().AppendJoin('\n', brief.OperatorWords).Append('\n').Append(brief.OperatorName).Append('\n').Append(draft).Append('\n')
            .AppendJoin('\n', brief.Facts.SelectMany(fact => fact.Fields.Values).Where(field => field.Provenance is not Contracts.Approvals.Provenance.External).Select(field => field.Value))
            .Append('\n').Append(own ? message.Text : string.Empty).ToString();
        var read = message.Text.Length > MostRead ? message.Text[..MostRead] : message.Text;
        var all = string.Join('\n', trusted, offline.Summary, offline.Question, message.Subject, read, string.Join('\n', brief.Facts.SelectMany(fact => fact.Fields.Values).Select(field => field.Value)));
        return new WordSources(brief, trusted, all, [.. new[] { message.Sender }.OfType<Mailbox>().Concat(message.Recipients).Concat(message.Copied).Select(box => box.Address)]);
    }

    /// <summary>Only what the draft itself says: where money is spoken of, a figure that somebody named or that Records know elsewhere is none to write.</summary>
    public static WordSources OfDraft(AgentBrief brief, ProposalDraft offline, WritablePlace place) => Of(
        brief with { Facts = [], OperatorWords = [], Message = brief.Message with { Subject = null, Text = string.Empty } },
        offline with { Summary = string.Empty, Question = null },
        place);

    /// <summary>The first thing in a text that stands in nothing that it may come from; nothing where all of it is known.</summary>
    public string? UnknownIn(string text)
    {
        foreach (Match address in Addresses().Matches(text))
        {
            if (!_addresses.Contains(address.Value))
            {
                return address.Value;
            }
        }

        var rest = Addresses().Replace(text, " ");
        foreach (Match link in Links().Matches(rest))
        {
            if (!_trusted.Contains(link.Value.TrimEnd('.', ',', ';', ':', '!', '?'), StringComparison.OrdinalIgnoreCase))
            {
                return link.Value;
            }
        }

        foreach (Match figure in Figures().Matches(text))
        {
            if (!_figures.Contains(figure.Value.TrimStart('0')))
            {
                return figure.Value;
            }
        }

        return Read(text).FirstOrDefault(IsUnknown)?.Quote;
    }

    private bool IsUnknown(ExtractedField field) =>
        field.Name == FieldName.Iban ? !_accounts.Contains(field.Value) : IsChecked(field) && !_values.Contains((Sort(field.Name), field.Value));

    private static bool IsChecked(ExtractedField field) => field.Name is FieldName.Amount or FieldName.Date or FieldName.Deadline;

    private static FieldName Sort(FieldName name) => name is FieldName.Deadline ? FieldName.Date : name;

    private IReadOnlyList<ExtractedField> Read(string text) => FieldExtractor.ReadWords(text, _brief.ReceivedAt, _brief.TimeZone, _brief.Currency).Fields;

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    /// <summary>What a program could make a link or a picture of: an address with a scheme, a bare site, Markdown, and tags.</summary>
    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]*:/{1,2}\S+|(?:mailto|tel|data|javascript):\S+|[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}(?:[/:?#]\S*)?|!?\[[^\]\n]*\]\s*[(\[][^)\]\n]*[)\]]|</?[A-Za-z!][^>\n]*>?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
