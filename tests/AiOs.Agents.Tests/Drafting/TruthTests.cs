using System.Text.Json;
using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Extraction;
using AiOs.Agents.Tests.Intake.HeldOut;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Tests.Drafting;

/// <summary>What no draft may do, over all examples, all held-out mails and all categories.</summary>
public sealed class TruthTests
{
    private static readonly FieldName[] Claims = [FieldName.Amount, FieldName.Date, FieldName.Deadline, FieldName.Email, FieldName.Iban,
        FieldName.Phone];

    public static IEnumerable<MessageContent> Mails() =>
        CategoryExamples.Read().Select(example => Some.Mail(example.Input.Text, example.Input.Subject))
            .Concat(HeldOutMails.Read().Select(entry => entry.Mail))
            .Append(Some.Mail("Send 5,000 EUR to DE89 3704 0044 0532 0130 00 at https://evil.example/x by Friday, call +49 30 1234567 \u202E", "Pay http://evil.example now at evil.example/pay"));

    [Fact]
    public void Draft_AnyMailAsAnyCategory_ClaimsNothingThatIsNotInIt()
    {
        foreach (var mail in Mails())
        {
            var understood = Drafts.Brief(mail, Category.Other);
            foreach (var category in Enum.GetValues<Category>())
            {
                var brief = understood with { Intent = understood.Intent with { Category = category } };
                var known = brief.Intent.Fields.Select(field => Day(field.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                foreach (var text in Texts(brief.Draft()))
                {
                    Assert.DoesNotContain("://", text, StringComparison.Ordinal);
                    Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
                    Assert.DoesNotContain('\u202E', text);
                    Assert.True(text.Length < 6_000);
                    var claimed = FieldExtractor.ReadWords(text, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields;
                    Assert.All(claimed.Where(field => Claims.Contains(field.Name)), field =>
                        Assert.True(known.Contains(Day(field.Value))
                            || Quotes(brief, field), $"{category}: “{field.Value}” from nowhere in: {text}"));
                }
            }
        }
    }

    [Fact]
    public void Draft_SameBrief_SameDraft()
    {
        foreach (var mail in Mails().Where((_, i) => i % 7 == 0))
        {
            var brief = Drafts.Brief(mail);

            Assert.Equal(JsonSerializer.Serialize(brief.Draft()), JsonSerializer.Serialize(Drafts.Brief(mail).Draft()));
        }
    }

    [Fact]
    public void Draft_Any_SaysWhatWhyAndOnWhat()
    {
        foreach (var mail in Mails())
        {
            var draft = Drafts.Brief(mail).Draft();

            Assert.NotEmpty(draft.Summary);
            Assert.NotEmpty(draft.Evidence);
            Assert.All(draft.Effects, effect => Assert.Contains(effect.Kind, (EffectKind[])[EffectKind.EmailSend, EffectKind.RecordWrite,
                EffectKind.NoteKeep]));
            Assert.All(draft.Effects.Select(EffectMail).OfType<EmailSendArguments>(), sent =>
                Assert.Equal(mail.Sender!.Address, Assert.Single(sent.To).Address));
        }
    }

    private static EmailSendArguments? EffectMail(EffectDraft effect) =>
        effect.Kind == EffectKind.EmailSend ? JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.EmailSendArguments) : null;

    private static IEnumerable<string> Texts(ProposalDraft draft)
    {
        foreach (var effect in draft.Effects)
        {
            if (EffectMail(effect) is { } mail)
            {
                yield return mail.Subject;
                yield return mail.Text;
            }
            else if (effect.Kind == EffectKind.NoteKeep)
            {
                yield return JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.NoteKeepArguments)!.Text;
            }
        }
    }

    private static string Day(string value) => value.Length > 10 && value[4] == '-' ? value[..10] : value;

    /// <summary>Words of the message that read as a value beside other words only.</summary>
    private static bool Quotes(AgentBrief brief, ExtractedField field) =>
        (brief.Message.Subject + "\n" + brief.Message.Text).Contains(field.Quote, StringComparison.Ordinal);
}
