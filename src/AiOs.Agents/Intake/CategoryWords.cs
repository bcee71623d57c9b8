using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Agents.Intake;

/// <summary>Reads a category out of the operator's words, and names categories for people.</summary>
public static class CategoryWords
{
    private const int MaxWords = 9;

    private static readonly WordTable<Category> Names = WordTable<Category>.Of(
        (Category.Other, "other sonstiges else"),
        (Category.Inquiry, "inquiry enquiry inquiries lead anfrage"),
        (Category.ClientRequest, "client-request request auftrag kundenanfrage kundenwunsch"),
        (Category.InvoiceReceived, "invoice-received invoice bill rechnung"),
        (Category.Payment, "payment zahlung"),
        (Category.Meeting, "meeting appointment termin"),
        (Category.Contract, "contract agreement vertrag"),
        (Category.Complaint, "complaint reklamation beschwerde"),
        (Category.ContentIdea, "content-idea idea idee"),
        (Category.Receipt, "receipt beleg quittung"),
        (Category.Newsletter, "newsletter"),
        (Category.Spam, "spam junk"),
        (Category.Personal, "personal private privat"),
        (Category.Notification, "notification benachrichtigung"));

    private static readonly WordTable<bool> Fillers = WordTable<bool>.Of(
        (true, "it it's its is a an this that that's thats the category wrong no yes should be was rather actually please treat as das ist es ein eine einen client content received mail message of kind sort to pay one"));

    /// <summary>
    /// Reads words that do nothing but name one category: <c>it's an inquiry</c>, <c>invoice-received</c>, <c>no, spam</c>.
    /// </summary>
    /// <param name="words">The operator's words.</param>
    /// <param name="category">The category.</param>
    /// <returns>False where they say more than that, or name none or two.</returns>
    public static bool TryRead(string? words, out Category category)
    {
        category = Category.Other;
        var text = words is { Length: < 100 } ? words.Replace('’', '\'') : string.Empty;
        var (found, count) = (false, 0);
        foreach (var range in text.AsSpan().SplitAny(" ,.:;!?\n\t\"“”"))
        {
            var word = text.AsSpan(range).Trim();
            if (word.IsEmpty)
            {
                continue;
            }

            if (Names.TryGet(word, out var named))
            {
                if (found && named != category)
                {
                    return false;
                }

                (found, category) = (true, named);
            }
            else if (!Fillers.Contains(word))
            {
                return false;
            }

            count++;
        }

        return found && count <= MaxWords;
    }

    /// <summary>Names a category for people.</summary>
    /// <param name="category">The category.</param>
    /// <returns>A few words: <c>client request</c>.</returns>
    public static string Name(Category category) => KebabEnumConverter<Category>.ToText(category).Replace('-', ' ');

    /// <summary>Names a category with its article.</summary>
    /// <param name="category">The category.</param>
    /// <returns>Words: <c>an inquiry</c>.</returns>
    public static string WithArticle(Category category) => category switch
    {
        Category.Other => "something else",
        Category.Inquiry => "an inquiry",
        Category.InvoiceReceived => "an invoice to pay",
        Category.Spam => "spam",
        Category.Personal => "personal",
        _ => "a " + Name(category),
    };
}
