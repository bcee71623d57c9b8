using System.Text;
using System.Text.Json.Nodes;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using FsCheck;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>An approval binds to the exact bytes and to all that was decided on: change one thing and it covers nothing.</summary>
public sealed class ApprovalDigestTests
{
    private static readonly RecordVersion[] Records = [new(Outside.Berg, 3), new(new RecordId("vendor", "acme"), 1)];

    private static readonly WorkItem Whole = Items.Drafted(Some.Email("Thank you."), Some.Note("she asked"), Some.Client("Köln"));

    [Fact]
    public void Of_TheSame_IsTheSameAndThatOfTheWrittenForm()
    {
        var effects = EffectsOf(Whole);
        var text = $$"""{"approval":"{{Facts.Approval}}","effects":[{{string.Join(',', effects.Select(EffectBytes.TextOf))}}],"expiresAt":"2026-11-29T13:19:00.000Z","policy":"policy/main@3","records":[{"record":"client/berg","version":3},{"record":"vendor/acme","version":1}],"tier":2}""";

        Assert.Equal(Digest.Of(Encoding.UTF8.GetBytes(text)), Of(effects));
        Assert.Equal(text, Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Of_AnythingElse_IsAnother()
    {
        var effects = EffectsOf(Whole);
        Digest[] digests =
        [
            Of(effects),
            Of([.. effects.Reverse()]),
            Of(effects[..2]),
            Of([.. effects, effects[0]]),
            Of(effects, records: [Records[0] with { Version = 4 }, Records[1]]),
            Of(effects, records: [Records[1], Records[0]]),
            Of(effects, records: Records[..1]),
            Of(effects, records: [Records[0], new RecordVersion(new RecordId("vendor", "acmf"), 1)]),
            Of(effects, records: []),
            Of(effects, policy: "policy/main@4"),
            Of(effects, tier: 3),
            Of(effects, expiresAt: Facts.Expiry.AddMilliseconds(1)),
            Of(effects, approval: new ApprovalId(Facts.Id(9))),
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Of_AnyByteOfAnyEffectChanged_IsAnother()
    {
        var effects = EffectsOf(Whole);
        var right = Of(effects);
        var tried = 0;
        for (var which = 0; which < effects.Length; which++)
        {
            for (var at = 0; at < effects[which].Bytes.Length; at++, tried++)
            {
                var bytes = effects[which].Bytes.ToArray();
                bytes[at] ^= 1;
                Assert.NotEqual(right, Of([.. effects[..which], effects[which] with { Bytes = bytes }, .. effects[(which + 1)..]]));
            }
        }

        Assert.True(tried > 500);
    }

    [Fact]
    public void Covers_WhatWasAsked_AndNothingElseThatWasDecidedOn()
    {
        var approval = Asked(Whole);
        var asked = approval.Asked;

        Assert.True(Question.Covers(Whole, approval));
        Assert.False(Question.Covers(Whole, approval with { Asked = asked with { Tier = 2 } }));
        Assert.False(Question.Covers(Whole, approval with { Asked = asked with { Policy = "default-2" } }));
        Assert.False(Question.Covers(Whole, approval with { Asked = asked with { ExpiresAt = asked.ExpiresAt.AddDays(1) } }));
        Assert.False(Question.Covers(Whole, approval with { Asked = asked with { Records = [new RecordVersion(Outside.Berg, 7)] } }));
        Assert.False(Question.Covers(Whole, approval with { Asked = asked with { Approval = new ApprovalId(Facts.Id(9)) } }));
        Assert.False(Question.Covers(With(Whole, 0, null), approval));
    }

    /// <summary>Every field there is, one by one.</summary>
    [Fact]
    public void Covers_AfterAMutationOfEveryField_Refuses()
    {
        var approval = Asked(Whole);
        var mutated = 0;
        for (var which = 0; which < 3; which++)
        {
            for (var field = 0; field < LeavesOf(NodeOf(which)).Count; field++, mutated++)
            {
                Assert.False(Question.Covers(With(Whole, which, Mutated(which, field, "x")), approval), $"field {field} of effect {which} is not covered");
            }
        }

        Assert.True(mutated > 15, $"only {mutated} fields");
    }

    [Property(MaxTest = 300)]
    public void Covers_AfterAnyMutation_Refuses(byte which, byte field, NonEmptyString by)
    {
        var node = NodeOf(which % 3);
        var at = field % LeavesOf(node).Count;
        var mutated = Mutated(which % 3, at, Convert.ToHexString(Encoding.UTF8.GetBytes(by.Get)));

        Assert.False(Question.Covers(With(Whole, which % 3, mutated), Asked(Whole)));
    }

    private static Digest Of(Contracts.Effects.Effect[] effects, RecordVersion[]? records = null, string policy = "policy/main@3", int tier = 2, DateTimeOffset? expiresAt = null, ApprovalId? approval = null) =>
        ApprovalDigest.Of(approval ?? Facts.Approval, effects, records ?? Records, policy, tier, expiresAt ?? Facts.Expiry);

    private static Contracts.Effects.Effect[] EffectsOf(WorkItem item) => [.. item.CurrentEffects.Select(effect => effect.Effect!)];

    private static Approval Asked(WorkItem item) => new() { Asked = Question.For(item, 1, Items.Normal, Facts.Approval, Facts.Nonce) };

    private static JsonNode NodeOf(int which) => JsonNode.Parse(Whole.Effects[which].Effect!.Bytes.Span)!;

    private static byte[] Mutated(int which, int field, string by)
    {
        var node = NodeOf(which);
        var (parent, key, index, leaf) = LeavesOf(node)[field];
        JsonNode next = leaf.GetValueKind() is System.Text.Json.JsonValueKind.Number ? leaf.GetValue<long>() + by.Length : leaf.ToString() + by;
        if (key is not null)
        {
            parent.AsObject()[key] = next;
        }
        else
        {
            parent.AsArray()[index] = next;
        }

        return CanonicalJson.Of(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private static List<(JsonNode Parent, string? Key, int Index, JsonNode Leaf)> LeavesOf(JsonNode node)
    {
        var leaves = new List<(JsonNode, string?, int, JsonNode)>();
        var inside = node switch
        {
            JsonObject members => members.Select(member => ((string?)member.Key, 0, member.Value)),
            JsonArray elements => elements.Select((element, index) => ((string?)null, index, element)),
            _ => [],
        };
        foreach (var (key, index, value) in inside)
        {
            if (value is JsonValue leaf)
            {
                leaves.Add((node, key, index, leaf));
            }
            else if (value is not null)
            {
                leaves.AddRange(LeavesOf(value));
            }
        }

        return leaves;
    }

    /// <summary>The same work item with other bytes in one of its effects, and the id and line they had.</summary>
    private static WorkItem With(WorkItem item, int which, byte[]? bytes)
    {
        var attempt = item.Effects[which];
        var effect = bytes is null ? null : attempt.Effect! with { Bytes = bytes };
        return item with { Effects = item.Effects.SetItem(which, attempt with { Effect = effect }) };
    }
}
