# Invalid and malicious values for IDs, in commands of all four APIs: the request contains the value unchanged as one path segment,
# one query value or one JSON string, or the value is refused before a request is sent. It never adds a line to a header, log or file.
BeforeDiscovery {
    $ids = @(
        @{ what = 'a slash'; id = 'a/b' }, @{ what = 'dots'; id = '..' }, @{ what = 'dots and slashes'; id = '../../x' }, @{ what = 'a question mark'; id = 'a?b=c' }
        @{ what = 'a hash'; id = 'a#b' }, @{ what = 'an encoded slash'; id = 'a%2Fb' }, @{ what = 'encoded dots'; id = '%2e%2e' }, @{ what = 'blanks'; id = 'a b  c' }
        @{ what = 'an emoji'; id = '😀' }, @{ what = 'right-to-left text'; id = 'שלום' }, @{ what = 'a turn of direction'; id = "a$([char] 0x202e)b" }, @{ what = '10,000 characters'; id = 'x' * 10000 }
        @{ what = '10,000 emojis'; id = '😀' * 10000 }, @{ what = 'a line and a header'; id = "a`r`nX-Evil: 1" }, @{ what = 'a null'; id = "a$([char] 0)b" }
        @{ what = 'an escape sequence'; id = "a$([char] 27)[2Jb" }, @{ what = 'half a character'; id = "a$([char] 0xd800)b" }, @{ what = 'a backslash'; id = 'a\..\b' }, @{ what = 'a plus and a semicolon'; id = "a+b;c'`"" }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $server = Start-SandboxServer
}

AfterAll { Stop-SandboxServer $server }

Describe 'Input: <what>' -ForEach $ids {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $connections = @{ Cegos = Connect-TestCegos $server @{ PassThru = $true; Scope = 'Catalog', 'Registration'; MaximumRetryCount = 0 }; Loop = Connect-TestLoop $server @{ PassThru = $true; MaximumRetryCount = 0 }
            Resamania = Connect-TestResamania $server @{ PassThru = $true; MaximumRetryCount = 0 }; Conference = Connect-TestConference $server @{ PassThru = $true; MaximumRetryCount = 0 } }
        $isWhole = $what -ne 'half a character'
        $mayBeTooLong = $what -eq '10,000 emojis' # older .NET limits the length of addresses
        $hasControl = @($id.ToCharArray() | Where-Object { [char]::IsControl($_) }).Count -gt 0
        # Runs a command and returns its output and messages as text, and the requests.
        function Invoke-WithRequests([scriptblock] $Call) {
            Clear-RequestLog $server
            $streams = @{ Verbose = $true; Debug = $true } # what the calls splat
            if ("$Call" -notmatch '^ *(Get|Invoke)-') { $streams.Confirm = $false }
            $said = @(try { & $Call *>&1 } catch { $_ })
            $failed = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            [pscustomobject]@{
                Sent = @(Get-RequestLog $server | Where-Object target -NotLike '*/token'); ErrorIds = @($failed | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] })
                Lines = @($said | Where-Object { $_ -is [System.Management.Automation.InformationalRecord] -or $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object ToString)
            }
        }
        function Assert-OneLine($Ran) {
            $Ran.Lines | Where-Object { $_ -match '[\p{Cc}\u2028\u2029\u202a-\u202e]' } | Should -BeNullOrEmpty -Because 'nothing of it begins a line, moves the cursor or turns what follows'
        }
        function Assert-Refused($Ran) {
            $Ran.Sent | Should -BeNullOrEmpty
            $Ran.ErrorIds | Should -HaveCount 1
            $Ran.ErrorIds[0] | Should -BeIn 'InvalidArgument', 'ParameterArgumentTransformationError'
        }
    }

    It 'is one segment of the path, or refused' {
        $encoded = $isWhole ? [uri]::EscapeDataString($id) : $null
        $isRefused = -not $isWhole -or $hasControl -or $id -eq '..'
        foreach ($case in @(
                @{ call = { Get-CegosProduct $id -Connection $connections.Cegos @streams }; target = "/cegos/catalog/v1/Products/$encoded" }
                @{ call = { Get-CegosSession -YearlySessionCode $id -Connection $connections.Cegos @streams }; target = "/cegos/catalog/v1/Sessions/$encoded" }
                @{ call = { Get-CegosDeferral $id -Connection $connections.Cegos @streams }; target = "/cegos/registration/v1/Registration/defer/$encoded" }
                @{ call = { Get-Conference -ConferenceId $id -Connection $connections.Conference @streams }; target = "/conference/conferences/$encoded" }
                @{ call = { Get-ConferenceRegistration -ConferenceId 1201 -SessionId $id -RegistrationId 1 -Connection $connections.Conference @streams }; target = "/conference/conferences/1201/sessions/$encoded/registrations/1" }
                @{ call = { Remove-ConferenceRegistration -ConferenceId 1201 -SessionId 40001 -RegistrationId $id -Connection $connections.Conference @streams }; target = "/conference/conferences/1201/sessions/40001/registrations/$encoded" }
                @{ call = { Unregister-ConferenceRegistrationWatch -WatchId $id -Connection $connections.Conference @streams }; target = "/conference/api/2.0/watchers/$encoded" })) {
            # A wildcard selects from the list.
            if ([WildcardPattern]::ContainsWildcardCharacters($id) -and $case.target -like '/cegos/catalog/*') { continue }
            $ran = Invoke-WithRequests $case.call
            if ($isRefused -or ($mayBeTooLong -and -not $ran.Sent)) { Assert-Refused $ran } else { $ran.Sent.target | Should -BeExactly $case.target }
            Assert-OneLine $ran
        }
    }

    It 'is the number of an IRI, or refused: an IRI stays in its brand and type' {
        foreach ($call in { Get-ResamaniaContact -Id $id -Connection $connections.Resamania @streams }, { Get-ResamaniaClub -Id $id -Connection $connections.Resamania @streams }, { Get-ResamaniaSource -Id $id -Connection $connections.Resamania @streams },
            { Update-ResamaniaSale -SaleId $id -Connection $connections.Resamania @streams }, { Set-ResamaniaContact -Id $id -GivenName x -Connection $connections.Resamania @streams }, { Confirm-ResamaniaTransfer -TransferId $id -Code 1 -Connection $connections.Resamania @streams }) {
            $ran = Invoke-WithRequests $call
            if ($id -match '^x+$') { $ran.Sent[0].target | Should -BeLike "/resamania/demoapi/*/$id*" } else { Assert-Refused $ran }
            Assert-OneLine $ran
        }
    }

    It 'is one value of the query' {
        $ran = Invoke-WithRequests { Get-ResamaniaContact -Email $id -Connection $connections.Resamania @streams }
        if (-not $isWhole -or ($mayBeTooLong -and -not $ran.Sent)) { Assert-Refused $ran } else { $ran.Sent.target | Should -BeExactly "/resamania/demoapi/contacts?email=$([uri]::EscapeDataString($id))" }
        Assert-OneLine $ran
    }

    It 'is one string of the body, and one line of the journal' {
        foreach ($case in @(
                @{ call = { New-CegosRegistration -ManagerCrmId M-1 -TraineeCrmId $id -SessionId SES001 -Journal $journal -Connection $connections.Cegos @streams }; member = 'traineeCrmId' }
                @{ call = { Remove-CegosRegistration -RegistrationNumber $id -Journal $journal -Connection $connections.Cegos @streams }; member = 'registrationNumber' }
                @{ call = { Initialize-LoopFolder -CodeDossier $id -Journal $journal -Connection $connections.Loop @streams }; member = 'codeDossier' }
                @{ call = { Get-LoopFolder -Domain $id -Connection $connections.Loop @streams }; member = 'domain' })) {
            $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
            $ran = Invoke-WithRequests $case.call
            if ($isWhole) {
                $ran.Sent | Should -HaveCount 1
                $ran.Sent[0].target | Should -Not -BeLike '*X-Evil*'
                ($ran.Sent[0].body | ConvertFrom-Json).($case.member) | Should -BeExactly $id
            }
            elseif ($case.member -ne 'domain') { Assert-Refused $ran }
            Assert-OneLine $ran
            if (Test-Path $journal) {
                $lines = @([IO.File]::ReadAllText($journal).Split("`n", [StringSplitOptions]::RemoveEmptyEntries))
                $lines | Should -HaveCount ($isWhole ? 2 : 0)
                $lines | ForEach-Object { { $_ | ConvertFrom-Json } | Should -Not -Throw; $_ | Should -Not -Match 'Evil|\p{Cc}' }
            }
        }
    }

    It 'is a path of Invoke-TrainingApiRequest under the base address, or refused' {
        $ran = Invoke-WithRequests { Invoke-TrainingApiRequest -Connection $connections.Cegos -Path "v1/Products/$id" @streams }
        if ($ran.Sent) { $ran.Sent.target | Should -BeLike '/cegos/catalog/v1/Products/*' } else { Assert-Refused $ran }
        Assert-OneLine $ran
    }
}

Describe 'A header value' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $evil = "1`r`nX-Evil: 1"
    }

    It 'is refused if it contains a line break, and nothing is sent: <what>' -ForEach @(
        @{ what = 'club'; connect = { Connect-TestResamania $server @{ ClubId = $evil } } }
        @{ what = 'network node'; connect = { Connect-TestResamania $server @{ NetworkNodeId = $evil } } }
        @{ what = 'client token'; connect = { Connect-TestResamania $server @{ ClientToken = "demoapi`r`nX-Evil: 1" } } }
        @{ what = 'gateway key'; connect = { Connect-TestResamania $server @{ GatewayKey = New-TestSecret $evil } } }
        @{ what = 'API key of Loop'; connect = { Connect-TestLoop $server @{ Credential = New-TestCredential $evil 'x' } } }
        @{ what = 'secret of Loop'; connect = { Connect-TestLoop $server @{ Credential = New-TestCredential 'x' $evil } } }
        @{ what = 'subscription key'; connect = { Connect-TestLoop $server @{ SubscriptionKey = New-TestSecret $evil } } }
        @{ what = 'API key of the conferences'; connect = { Connect-TestConference $server @{ ApiKey = New-TestSecret $evil; Token = New-TestSecret 'x' } } }
        @{ what = 'access token'; connect = { Connect-TestConference $server @{ AccessToken = New-TestSecret $evil } } }
    ) {
        Clear-RequestLog $server
        $failed = try { & $connect } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $failed.Exception.Message | Should -Not -Match 'Evil|\p{Cc}'
        @(Get-RequestLog $server) | Should -BeNullOrEmpty
    }

    It 'is refused from a row too: the club of a new contact' {
        Connect-TestResamania $server
        Clear-RequestLog $server
        New-ResamaniaContact -Email a@example.com -FamilyName a -GivenName b -ClubId $evil -SkipExistenceCheck -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        @(Get-RequestLog $server) | Should -BeNullOrEmpty
    }

    It 'is not taken from a token with a line break in a response' {
        Set-Fault $server @{ match = @{ path = 'token' }; fault = @{ kind = 'replaceBody'; body = '{"access_token":"a\r\nX-Evil: 1","expires_in":3600}' } }
        $failed = try { Connect-TestCegos $server } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
    }
}

Describe 'Cells' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $assembly = (Get-Command Get-CegosProduct).ImplementingType.Assembly
        $seed = $env:TRAININGAPIS_SEED ? [int] $env:TRAININGAPIS_SEED : 20260115
        function New-Cell([string] $Name, [object[]] $With) { [Activator]::CreateInstance($assembly.GetType("TrainingApis.Cmdlets.Binding.$($Name -replace 'WholeNumber', 'Integer')FieldAttribute"), $With) }
    }

    It 'with any text are read, not given, or refused on one line: <name>' -ForEach @(
        @{ name = 'Boolean'; type = 'System.Boolean'; with = @() }, @{ name = 'Number'; type = 'System.Decimal'; with = @() }, @{ name = 'WholeNumber'; type = 'System.Int32'; with = @() }
        @{ name = 'Date'; type = 'System.DateTime'; with = @() }, @{ name = 'Enum'; type = 'TrainingApis.Cegos.Civility'; with = $null }
    ) {
        $cell, $random = (New-Cell $name ($with ?? @([TrainingApis.Cegos.Civility], [string[]] @()))), [random]::new($seed)
        $parts = 'true', 'oui', '1', '0', '-', '+', '.', ',', '2026-01-15', 'T10:00:00', 'Z', '31/12/2000', ' ', "`r`n", "$([char] 0)", 'e5', 'NaN', '٣', 'é', '😀', '9999-12-31', '0001-01-01', ('1' * 40), 'Mr', ''
        $read = 0
        foreach ($try in 1..600) {
            $text = -join (1..$random.Next(1, 4) | ForEach-Object { $parts[$random.Next($parts.Count)] })
            try {
                $value = $cell.Transform($null, $text)
                if ($null -eq $value) { $text.Trim() | Should -BeExactly '' }
                else {
                    $value.GetType().FullName | Should -BeExactly $type -Because $text
                    $text | Should -Not -Match '\0' -Because 'nothing is read past the end of a text'
                    $read++
                }
            }
            catch [System.Management.Automation.ArgumentTransformationMetadataException] {
                $_.Exception.Message | Should -Not -Match '\p{Cc}'
                $_.Exception.Message.Length | Should -BeLessThan 400
            }
        }
        $read | Should -BeGreaterThan 5 -Because "some of them are meant as one (seed $seed)"
    }
}
