namespace TrainingApis.Cegos;

/// <summary>What the page of a product says about it. Every text is HTML and may be missing.</summary>
public sealed class Notice : NestedObject
{
    /// <summary>The heading of the introduction.</summary>
    public string? IntroductionTitle { get; set; }

    /// <summary>The introduction.</summary>
    public string? Introduction { get; set; }

    /// <summary>For whom it is.</summary>
    public string? ForWho { get; set; }

    /// <summary>How to apply.</summary>
    public string? ApplicationProcedure { get; set; }

    /// <summary>What one must know beforehand.</summary>
    public string? Prerequisite { get; set; }

    /// <summary>How remote training works.</summary>
    public string? VisioTrainingProcedure { get; set; }

    /// <summary>What one will be able to do.</summary>
    public string? Objective { get; set; }

    /// <summary>How that is checked.</summary>
    public string? Evaluation { get; set; }

    /// <summary>The programme, in parts.</summary>
    public ProgramContent? ProgramContent { get; set; }

    /// <summary>What participants receive.</summary>
    public string? ParticipantBenefits { get; set; }

    /// <summary>The programme as one text.</summary>
    public string? Program { get; set; }

    /// <summary>What is special about it.</summary>
    public string? Highlights { get; set; }

    /// <summary>More details.</summary>
    public string? MorePrecisely { get; set; }

    /// <summary>The first minute.</summary>
    public string? FirstMinute { get; set; }

    /// <summary>What holds for the CPF.</summary>
    public string? CpfText { get; set; }

    /// <summary>More on the CPF.</summary>
    public string? CpfPopup { get; set; }

    /// <summary>What holds for the RNCP.</summary>
    public string? RncpText { get; set; }

    /// <summary>What results to expect.</summary>
    public string? ExpectedResults { get; set; }

    /// <summary>What the partner adds.</summary>
    public string? TheMostPartnerText { get; set; }

    /// <summary>How it can be paid.</summary>
    public string? Financing { get; set; }

    /// <summary>Who helps to pay.</summary>
    public string? FinancingAssistance { get; set; }

    /// <summary>Whether the certification is included.</summary>
    public string? CertificationTitleOptionalOrIncluded { get; set; }

    /// <summary>What comes on top.</summary>
    public string? Bonus { get; set; }

    /// <summary>The video.</summary>
    public string? Video { get; set; }

    /// <summary>The programme's image for large screens.</summary>
    public string? ImageProgramDesktop { get; set; }

    /// <summary>The programme's image for small screens.</summary>
    public string? ImageProgramMobile { get; set; }

    /// <summary>The image for social networks.</summary>
    public string? ImageSocialNetworks { get; set; }

    /// <summary>How it is taught.</summary>
    public string? Pedagogy { get; set; }

    /// <summary>The heading of the introduction.</summary>
    public override string ToString() => IntroductionTitle ?? string.Empty;
}
