using System.Globalization;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>
/// Two hundred mails to a small maker of signs and shop fittings over ten weeks, twenty a week, written for this test. The kinds come in any order, all of
/// them from the first week on, so that nothing but learning makes later weeks easier.
/// </summary>
internal static class OwnMails
{
    public const int Weeks = 10;
    public const int Each = 20;

    private static readonly Dictionary<string, string[]> Fillings = new(StringComparer.Ordinal)
    {
        ["thing"] = ["window lettering", "the oak counter", "the light box", "the hanging sign", "the menu board", "the shelf wall", "the brass plate", "the awning"],
        ["place"] = ["Harbour Street", "the old mill", "Station Road", "the market hall", "Lindenplatz", "the north gate", "Quay 4", "the town library"],
        ["colour"] = ["moss green", "signal red", "bone white", "anthracite", "sand", "night blue"],
        ["day"] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        ["person"] = ["Mira", "Tom", "Aylin", "Mr Brandt", "Jonas", "Ms Okafor", "Pavel", "Lena"],
        ["number"] = ["3", "5", "7", "12", "18", "24", "40"],
    };

    private static readonly MailKind[] Kinds =
    [
        new(Category.ClientRequest, ["mira@nordcafe.example", "tom@kiosk-hafen.example", "aylin@buchladen.example"],
            ["{thing}", "{place}: one more thing", "Small change"],
            ["About {thing} for {place}:", "Looking at the draft with {person} again:", "We stood in front of it this morning."],
            ["could the letters go to {colour} and a hand wider?", "{colour} instead of {colour}, and please move it {number} cm to the left.", "we would rather have it {number} cm lower, {person} cannot reach it."],
            ["Otherwise lovely.", "No hurry.", "Tell us if that is not possible."]),
        new(Category.Complaint, ["brandt@baeckerei-brandt.example", "office@hotel-anker.example", "lena@weinbar.example"],
            ["{thing} again", "{place}", "Since {day}"],
            ["Since {day} {thing} at {place} flickers.", "{thing} came down a little on one side.", "The {colour} has gone pale after {number} weeks."],
            ["Guests keep pointing at it.", "{person} had to prop it up with a chair.", "You said it would last ten winters."],
            ["Come and see for yourself.", "I expected better.", "This cannot stay as it is."]),
        new(Category.Meeting, ["okafor@stadtmarketing.example", "pavel@architekten-p.example", "planung@markthalle.example"],
            ["Walk round {place}", "{place} on {day}", "Site"],
            ["{person} and I walk round {place} on {day}.", "We measure {place} on {day} at {number}.", "The scaffold at {place} is up on {day}."],
            ["Come along if you can.", "It would be good to have you there with the tape.", "{person} brings the keys."],
            ["Say yes or no by the evening before.", "Half an hour will do.", "We start at the gate."]),
        new(Category.Notification, ["tor@lagerhaus-sued.example", "wache@quartier4.example"],
            ["Gate {number}", "Bay {number}", "Loading yard"],
            ["Bay {number} is closed on {day}.", "The lift in {place} is out of order until {day}.", "Gate {number} opens at seven from {day} on."],
            ["Vans turn at {place}.", "Please use the ramp on the other side.", "The code stays the same."],
            ["The yard office.", "This goes to everybody in the house.", "No answer needed."]),
        new(Category.Contract, ["kanzlei@rast-partner.example", "vergabe@stadtmarketing.example"],
            ["Paper for {place}", "{place}: second version", "For your signature"],
            ["Here is the second version for {place}.", "{person} has taken out clause {number}.", "The paper for {place} is ready."],
            ["We kept the part on upkeep and the {number} months.", "The part on {thing} now says who carries the risk.", "Read page {number} again, please, the rest is as it was."],
            ["Both sides sign on the last page.", "We need it back by {day}.", "Ours is signed."]),
        new(Category.ContentIdea, ["jonas@handwerkblog.example", "redaktion@kiezblatt.example"],
            ["Story from the workshop", "{place} before and after", "For your page"],
            ["People loved the picture of {thing}.", "How about a small series on {colour}?", "{person} filmed how you made {thing}."],
            ["Three pictures and ten lines on how it came about would do.", "Before and after {place} would be read a lot.", "You could tell why {colour} is hard to get right."],
            ["Only a thought.", "I can write a first version.", "It would go well in spring."]),
        new(Category.Payment, ["kasse@nordcafe.example", "buero@markthalle.example", "mail@weinbar.example"],
            ["Done", "{thing}", "Settled"],
            ["It left our side on {day}.", "{person} put it through on {day}.", "The second half for {thing} is on its way."],
            ["You should see it by {day}.", "Our bank needs {number} days.", "That makes us even for {place}."],
            ["Tick it off, please.", "Let me know once it is there.", "Greetings to {person}."]),
        new(Category.Other, ["nachbar@hof12.example", "verein@sommerfest-quartier.example"],
            ["The yard", "{day}", "Bicycle"],
            ["Somebody has left a bicycle by {place}.", "The cat from {place} sits on your van again.", "There is a box for you with {person}."],
            ["It is {colour} and has no lock.", "We thought you might know whose.", "It has been there for {number} days."],
            ["Just so you know.", "Have a look when you come by.", "See you in the yard."]),
    ];

    /// <summary>One week's mails, in the order in which they come.</summary>
    /// <param name="seed">Gives the same mails for the same number.</param>
    public static List<(InboundMessage Mail, Category Category)> Of(int seed)
    {
        var random = new Random(seed);
        var mails = new List<(InboundMessage, Category)>();
        for (var number = 0; number < Weeks * Each; number++)
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            var text = string.Join(' ', Pick(kind.Openings, random), Pick(kind.Middles, random), Pick(kind.Ends, random));
            var sender = Pick(kind.Senders, random);
            mails.Add((Learner.Mail(Fill(text, random), Fill(Pick(kind.Subjects, random), random), new Mailbox(null, sender)), kind.Category));
        }

        return mails;
    }

    private static string Fill(string text, Random random)
    {
        foreach (var (name, words) in Fillings)
        {
            for (var at = text.IndexOf($"{{{name}}}", StringComparison.Ordinal); at >= 0; at = text.IndexOf($"{{{name}}}", StringComparison.Ordinal))
            {
                text = string.Concat(text.AsSpan(0, at), Pick(words, random), text.AsSpan(at + name.Length + 2));
            }
        }

        return string.Concat(text[..1].ToUpper(CultureInfo.InvariantCulture), text[1..]);
    }

    private static string Pick(string[] among, Random random) => among[random.Next(among.Length)];
}
