using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Text;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Tests.Records;

/// <summary>Who may be the same as whom. A question, never more.</summary>
public sealed class DuplicatesTests
{
    [Theory]
    [InlineData("email=a@berg.example", "addresses=x@y.example;a@berg.example", "both have the address a@berg.example")]
    [InlineData("email=A@Berg.example", "addresses-seen=a@berg.example", "both have the address a@berg.example")]
    [InlineData("iban=AT611904300234573201", "iban=AT61 1904 3002 3457 3201", "both have the account AT611904300234573201")]
    [InlineData("vat=ATU12345678", "vat=atu 12345678", "both have the VAT number ATU12345678")]
    [InlineData("name=Berg GmbH|email=a@berg.example", "name=BERG|email=b@berg.example", "both are called BERG and write from berg.example")]
    [InlineData("name=Söhne & Berg|email=a@berg.example", "aliases=Soft;söhne berg e.K.|email=b@berg.example", "both are called söhne berg e.K. and write from berg.example")]
    public void Among_WhatTwoShare_IsAsked(string first, string second, string reason)
    {
        var question = Assert.Single(Duplicates.Among([Record("client/b", second), Record("client/a", first)]));

        Assert.Equal(("client/a", "client/b", reason), (question.First.ToString(), question.Second.ToString(), question.Reason));
        Assert.EndsWith("say “merge client/b into client/a”.", question.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client/b", "name=Berg|email=a@berg.example", "name=Tal|email=b@berg.example")]
    [InlineData("client/b", "name=Berg|email=berg1@gmail.com", "name=Berg|email=berg2@gmail.com")]
    [InlineData("client/b", "name=Berg", "name=Berg")]
    [InlineData("vendor/b", "email=a@berg.example", "email=a@berg.example")]
    [InlineData("client/b", "city=Köln", "city=Köln")]
    [InlineData("invoice/b", "iban=AT611904300234573201", "iban=AT611904300234573201")]
    public void Among_WhatProvesNothing_IsNot(string second, string one, string two) =>
        Assert.Empty(Duplicates.Among([Record("client/a", one), Record(second, two)]));

    [Fact]
    public void Among_ThreeOfOne_AsksEachPairWithTheFirstOnce()
    {
        var questions = Duplicates.Among(new[] { "client/c", "client/a", "client/b" }.Select(id => Record(id, "email=a@berg.example|vat=ATU1")));

        Assert.Equal(["client/b", "client/c"], questions.Select(question => question.Second.ToString()));
        Assert.All(questions, question => Assert.Equal("client/a", question.First.ToString()));
    }

    [Theory]
    [InlineData("Berg GmbH & Co. KG", "berg")]
    [InlineData("BERG", "berg")]
    [InlineData("GmbH", "gmbh")]
    [InlineData("O'Neil Ltd.", "oneil")]
    [InlineData("  Anna   Berg ", "anna berg")]
    [InlineData("!?", "")]
    public void NameForm_Of_IsWhatIsCompared(string name, string form) => Assert.Equal(form, NameForm.Of(name));

    private static RecordSnapshot Record(string id, string fields)
    {
        Assert.True(RecordId.TryParse(id, out var record));
        var read = fields.Split('|').Select(field => field.Split('=', 2)).ToDictionary(field => field[0], field => new RecordField(field[1].Replace(';', '\n'), Provenance.Operator));
        return new RecordSnapshot(record, 1, read);
    }
}
